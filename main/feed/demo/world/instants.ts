// Instants of the simulated world are whole seconds, as most source systems keep them.

/** Epoch ms to `2026-11-20T15:02:10Z`. */
export const isoAt = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

export const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000

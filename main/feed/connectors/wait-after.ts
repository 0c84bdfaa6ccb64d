// How long a source is left alone after it failed. Pure: chance is an argument.

const firstMs = 1000
const mostMs = 300_000

/**
 * Full jitter: anywhere up to 1, 2, 4 … seconds, at most five minutes, and never less than the vendor asked for. `failures`:
 * how often in a row, this one included. `random`: 0 to 1.
 */
export const waitAfter = (failures: number, retryAfterMs: number | null, random: number): number =>
  Math.max(
    retryAfterMs ?? 0,
    Math.round(random * Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 20))),
  )

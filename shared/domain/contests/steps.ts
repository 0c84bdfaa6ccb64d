// What counted for somebody in a contest, in the order of time: whatever a contest asks can be read from it.

export interface Step {
  /** Epoch ms. */
  readonly at: number
  /** In the unit of what is counted; below 0 where something is taken back at that instant. */
  readonly adds: number
}

/** `steps` in the order of their instants, as everywhere here. */
export const totalOf = (steps: readonly Step[]): number => steps.reduce((sum, { adds }) => sum + adds, 0)

/**
 * Since when the total has stood at a line or above it, epoch ms; null while it does not. `from`: only what counted at this
 * instant or later is looked at. Somebody who fell below it and came again is there since they came again.
 */
export const reachedAt = (
  steps: readonly Step[],
  line: number,
  from = Number.NEGATIVE_INFINITY,
): number | null => {
  let total = 0
  let since: number | null = null
  for (const { at, adds } of steps) {
    if (at < from) continue
    total += adds
    if (total < line) since = null
    else since ??= at
  }
  return since
}

/** When the total last came to where it stands, epoch ms; null where nothing counted. */
export const arrivedAt = (steps: readonly Step[]): number | null =>
  steps.findLast(({ adds }) => adds !== 0)?.at ?? null

// Lines that cross are told apart by their hue: on one page no two share one.

const hues = 8

/** Each its own hue where nobody before it has it, else the next that is free; for up to eight. */
export const distinctHues = (own: readonly number[]): readonly number[] => {
  const taken = new Set<number>()
  return own.map((hue) => {
    let free = hue
    while (taken.has(free) && taken.size < hues) free = (free + 1) % hues
    taken.add(free)
    return free
  })
}

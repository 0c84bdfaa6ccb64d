// The whole stage moves a few pixels over minutes, so that no edge stands on the same pixels all year.

const stepMs = 60_000
/** Tenths of a rem, design pixels, to the right and down: once round in a quarter of an hour, a pixel or two at a time. */
const path: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 2],
  [3, 3],
  [2, 3],
  [1, 2],
  [0, 2],
  [-1, 3],
  [-2, 2],
  [-3, 1],
  [-3, 0],
  [-2, -1],
  [-1, -2],
  [0, -1],
]

export const drift = (now: number): readonly [number, number] =>
  path[Math.floor(now / stepMs) % path.length] ?? [0, 0]

// Paper that falls behind the rows while somebody passes their goal, and lands at the foot of the board.

interface Piece {
  /** Across the board, percent. */
  readonly x: number
  /** How far it is carried aside, rem. */
  readonly drift: number
  /** How far down the board it lands, as a share of its height. */
  readonly fall: number
  /** Degrees until it lies. */
  readonly turn: number
  /** ms. */
  readonly delay: number
  readonly hue: number
}

const pieces = 16

/** A number from 0 to 1 that looks like chance and is the same on every screen. */
const scattered = (index: number, salt: number): number => {
  const value = Math.sin(index * 127.1 + salt * 311.7) * 43_758.5453
  return value - Math.floor(value)
}

export const paper: readonly Piece[] = Array.from({ length: pieces }, (_, index) => ({
  x: Math.round(((index + scattered(index, 1)) / pieces) * 1000) / 10,
  drift: Math.round((scattered(index, 2) - 0.5) * 24),
  fall: Math.round((0.94 + scattered(index, 3) * 0.05) * 1000) / 1000,
  turn: Math.round(360 + scattered(index, 4) * 540),
  delay: Math.round(scattered(index, 5) * 420),
  hue: index % 8,
}))

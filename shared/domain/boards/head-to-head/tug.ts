// A tug of war between two values: who is ahead, and by what share of the pull.
import type { Better } from '../../standing/attainment.ts'

export interface Tug {
  /** The left side's share of the pull, 0 to 1. */
  readonly share: number
  readonly leads: 'left' | 'right' | 'level'
}

/** Where more is better. Values below zero have no share of a sum, so they are told apart by their distance from it. */
const shareOf = (left: number, right: number): number => {
  if (left === right) return 0.5
  if (left < 0 && right < 0) return right / (left + right)
  if (left < 0) return 0
  if (right < 0) return 1
  return left / (left + right)
}

/**
 * Equal values are level, nothing against nothing too. A value below zero loses the whole rope to one that is not; of
 * two below zero the one nearer to it has the larger share. Where lower is better all of this turns round. Null while
 * either value is unknown.
 */
export const tugOf = (left: number | null, right: number | null, better: Better): Tug | null => {
  if (left === null || right === null) return null
  const share = better === 'higher' ? shareOf(left, right) : shareOf(right, left)
  if (left === right) return { share, leads: 'level' }
  return { share, leads: left > right === (better === 'higher') ? 'left' : 'right' }
}

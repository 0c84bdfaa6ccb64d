// What is left, as something that can be done day by day.
import type { Rhythm } from '../../../wire/boards/countdown-ask-board.ts'
import type { Unit } from '../../../wire/view-parts.ts'
import { wholeAmount } from '../../standing/attainment.ts'

/** From so many a day on, a tenth of a piece more or less is nothing to aim at. */
const wholeFrom = 10

/** A hair's breadth of floating point is no further tenth. */
const upToTenth = (amount: number): number => Math.ceil(amount * 10 - 1e-9) / 10

/**
 * `left` in `workingDays`, so that whoever keeps to it gets there: money in whole minor units, counts and points by the
 * tenth and from ten on whole, rounded up. Less than one piece in two days is one piece in so many days, rounded down.
 * Null where nothing is left, or no working day is.
 */
export const rhythmOf = (left: number | null, workingDays: number | null, unit: Unit): Rhythm | null => {
  if (left === null || left <= 0 || workingDays === null || workingDays <= 0) return null
  const daily = left / workingDays
  if (unit !== 'count' && unit !== 'points') return { amount: wholeAmount(daily, unit), days: 1 }
  const daysAPiece = Math.floor(workingDays / Math.max(left, 1))
  if (daysAPiece >= 2) return { amount: Math.min(1, upToTenth(left)), days: daysAPiece }
  return { amount: daily < wholeFrom ? upToTenth(daily) : Math.ceil(daily - 1e-9), days: 1 }
}

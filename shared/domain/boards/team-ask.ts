// What is left of a team's goal, as a question that each of its people can answer.
import type { TeamAsk, Unit } from '../../wire/view-parts.ts'
import { wholeAmount } from '../standing/attainment.ts'

/** Below this the ask is for the whole time: rounded up to "1 a day", it would ask for far more than is needed. */
const leastADay = 2

/**
 * `left` of a goal among `people`: whole pieces, and whole minor units of money, rounded up. Counts and points are told
 * by the day too, where more than one of `workingDays` is left and there is that much to do. Null where nothing is left
 * or nobody is there.
 */
export const askOf = (
  left: number | null,
  people: number,
  workingDays: number | null,
  unit: Unit,
): TeamAsk | null => {
  if (left === null || left <= 0 || people === 0) return null
  const daily =
    unit === 'money' || workingDays === null || workingDays < 2 ? null : left / people / workingDays
  return {
    left,
    people,
    each: wholeAmount(left / people, unit),
    eachADay: daily === null || daily < leastADay ? null : wholeAmount(daily, unit),
  }
}

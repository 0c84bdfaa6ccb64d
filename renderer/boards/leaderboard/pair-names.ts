// How much of a line the names beside a board take.
import { textWidth } from '../../../shared/domain/words/text-width.ts'

/** A name wider than this shares its line no further, rem. */
const widestName = 22
const nameRem = 3.4
/** What tells two names apart is followed by as many letters, so that it is seen, and by the ellipsis. */
const seenAfter = 2

interface PairNames {
  /** Of the names' column at most. */
  readonly rem: number
  /** Whether two names would be cut to the same: then they have the line for themselves and their figures. */
  readonly takeAll: boolean
}

const remOf = (text: string): number => textWidth(text) * nameRem + 0.4

/** The beginning that two texts have in common, and what has to be seen behind it to tell them apart. */
const toTellApart = (one: string, other: string): string => {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  return one.length > same + seenAfter ? `${one.slice(0, same + seenAfter)}…` : one
}

/** `shorts`: the short names of all rows, no two alike. */
export const pairNames = (shorts: readonly string[]): PairNames => {
  const widest = Math.max(0, ...shorts.map(remOf))
  if (widest <= widestName) return { rem: widest, takeAll: false }
  // Sorted, those that begin alike stand side by side.
  const sorted = [...shorts].sort()
  const takeAll = sorted.some((short, at) =>
    [sorted[at - 1], sorted[at + 1]].some(
      (beside) => beside !== undefined && remOf(toTellApart(short, beside)) > widestName,
    ),
  )
  return { rem: takeAll ? widest : widestName, takeAll }
}

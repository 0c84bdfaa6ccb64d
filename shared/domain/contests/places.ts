// Who stands where, who has won, and what it would take to move up.

export interface Score {
  readonly id: string
  /** Higher is better; null: not in it, such as below the least that was asked for. */
  readonly score: number | null
  /** When it got there, epoch ms; null where nothing counted. */
  readonly at: number | null
}

export interface Place extends Score {
  /** From 1; null: not in it. */
  readonly place: number | null
}

/** Of equal scores: one place for all of them, or the better one for whoever was there first. */
export type TieRule = 'shared' | 'first'

const never = Number.POSITIVE_INFINITY

/**
 * The best first, who is not in it last; of one place by id. Places are those of a competition (1, 2, 2, 4). With `first`, only
 * who was there in the same millisecond shares a place.
 */
export const placesOf = (scores: readonly Score[], ties: TieRule): readonly Place[] => {
  const tie = ({ at }: Score): number => (ties === 'first' ? (at ?? never) : 0)
  const isLevel = (one: Score, other: Score): boolean => one.score === other.score && tie(one) === tie(other)
  const sorted = scores.toSorted((one, other) => {
    if (one.score !== other.score)
      return one.score === null ? 1 : other.score === null ? -1 : other.score - one.score
    if (tie(one) !== tie(other)) return tie(one) - tie(other)
    return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
  })
  let place = 0
  return sorted.map((score, index) => {
    const before = sorted[index - 1]
    if (before === undefined || !isLevel(before, score)) place = index + 1
    return { ...score, place: score.score === null ? null : place }
  })
}

/** Of so many prizes: all who share the last of them win. Nobody wins with nothing. */
export const winnersOf = (places: readonly Place[], prizes: number): readonly Place[] =>
  places.filter(({ place, score }) => place !== null && place <= prizes && score !== null && score > 0)

/**
 * How much more of a score the next better place has, by id; none of the first and of who is not in it. Level is not past: of
 * whole units one more is needed, `unit`, and with `first` as well, since the others were there before.
 */
export const missingAbove = (places: readonly Place[], unit: number): ReadonlyMap<string, number> => {
  const missing = new Map<string, number>()
  let better: number | null = null
  let own: number | null = null
  for (const { id, score } of places) {
    if (score === null) continue
    if (score !== own) [better, own] = [own, score]
    if (better !== null) missing.set(id, better - score + unit)
  }
  return missing
}

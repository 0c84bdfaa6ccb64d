// How many of the celebrations that leaders were told of were answered in time.

/** Epoch ms. `answeredAt`: of the first word; null where nobody has written. */
export interface ToldAndAnswered {
  readonly at: number
  readonly answeredAt: number | null
}

export interface AnsweredShare {
  readonly told: number
  readonly answered: number
  /** 0 to 1; null where none was told. */
  readonly share: number | null
}

/**
 * `withinMs`: how long an answer may take. One that still has time is not counted before it is answered: a floor of one hour
 * has not failed. An answer before the telling, from clocks that differ, is in time.
 */
export const answeredShare = (
  celebrations: readonly ToldAndAnswered[],
  now: number,
  withinMs: number,
): AnsweredShare => {
  const inTime = ({ at, answeredAt }: ToldAndAnswered): boolean =>
    answeredAt !== null && answeredAt - at <= withinMs
  const counted = celebrations.filter((each) => inTime(each) || now - each.at > withinMs)
  const answered = counted.filter(inTime).length
  return { told: counted.length, answered, share: counted.length === 0 ? null : answered / counted.length }
}

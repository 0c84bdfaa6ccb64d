// What is said to have happened on a day that is still to come, anywhere on the floor: a misread date, or a deal that is dated
// by its contract. It is a matter of today, and so no fault that is kept with the fact.
import type { FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { orgSubject } from '../../../shared/domain/people/roster.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { formatDay } from '../../../shared/domain/time/calendar-date.ts'
import type { CorrectedField } from '../../../shared/wire/correction.ts'

const happened = ['createdAt', 'stageEnteredAt', 'closedAt', 'lastActivityAt'] as const

export interface DatedAhead {
  readonly field: CorrectedField
  /** As its source wrote it. */
  readonly date: string
}

/** The last date that it is anywhere on the floor. */
export const lastDate = (numbers: Numbers, ms: number): string => formatDay(numbers.lastDateAt(ms))

/** `today`: the last date that it is anywhere. An instant is compared by its date alone. */
export const datedAhead = (
  model: Pick<FloorModel, 'corrections'>,
  stored: StoredFact,
  today: string,
): readonly DatedAhead[] => {
  const { fact } = model.corrections.read(stored)
  if (model.corrections.goesNowhere(fact)) return []
  if (fact.type === 'activity') return fact.at.slice(0, 10) > today ? [{ field: 'at', date: fact.at }] : []
  return happened.flatMap((field) => {
    const date = fact[field]
    return date != null && date.slice(0, 10) > today ? [{ field, date }] : []
  })
}

/** Whether anything counts on a day that is still to come: only then facts are looked through. */
export const countsAhead = ({ engine, model, lastDateAt }: Numbers, ms: number): boolean => {
  const days = { from: lastDateAt(ms) + 1, to: Number.POSITIVE_INFINITY }
  return model.metrics.some(
    ({ base, index }) =>
      base !== null &&
      base.date !== 'expectedCloseOn' &&
      engine.sums(index, [{ subject: orgSubject, days }]).weight !== 0,
  )
}

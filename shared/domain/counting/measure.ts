// When an occurrence counts for a metric, and what the whole of it comes to before it is shared among people.
import type { Fact } from '../../wire/fact.ts'
import type { DateField } from '../../wire/floor.ts'
import type { HistoryEvent, StoredFact } from '../facts/stored-fact.ts'
import type { Placing } from '../people/placing.ts'
import type { Member } from '../people/roster.ts'
import type { Occurrence } from './condition.ts'
import type { BaseMeasure, BasePlan } from './metric-plan.ts'

/** A date or an instant, as its source wrote it; null without one. `event`: null for the fact itself. */
export const whenOf = (fact: Fact, event: HistoryEvent | null, field: DateField): string | null => {
  if (field === 'at') return event ? event.at : fact.type === 'activity' ? fact.at : null
  return fact.type === 'deal' ? (fact[field] ?? null) : null
}

/** By which date a metric counts a fact that stands; of what happened to a deal again and again, the newest. */
export const whenCounted = (
  { fact, history }: StoredFact,
  { kinds, date }: Pick<BasePlan, 'kinds' | 'date'>,
): string | null => whenOf(fact, history.findLast(({ kind }) => kinds?.includes(kind)) ?? null, date)

/** `member` has the clock by which days are told apart: the first who is credited. */
const spanBetween = (
  { fact }: Occurrence,
  from: DateField,
  to: DateField,
  member: Member | null,
  placing: Placing,
): number | null => {
  const start = whenOf(fact, null, from)
  const end = whenOf(fact, null, to)
  return start === null || end === null ? null : placing.span(start, end, member)
}

const timeInStage = ({ event }: Occurrence, member: Member | null, placing: Placing): number | null => {
  const { left, at } = event ?? {}
  if (left?.since == null || at === undefined) return null
  const stayed = placing.span(left.since, at, member)
  // A deal that left before it came: one of its source's dates is wrong, and nobody knows which.
  return stayed < 0 ? null : stayed
}

/**
 * An integer: 0 of what is only counted, minor units of money, thousandths of another number, milliseconds of a time.
 * Null where there is nothing to measure, so that it does not count.
 */
export const measureWhole = (
  measure: BaseMeasure,
  occurrence: Occurrence,
  member: Member | null,
  placing: Placing,
): number | null => {
  switch (measure.kind) {
    case 'count':
      return 0
    case 'meanDays':
      return spanBetween(occurrence, measure.from, measure.to, member, placing)
    case 'meanStay':
      return timeInStage(occurrence, member, placing)
    default:
      return measure.read(occurrence)
  }
}

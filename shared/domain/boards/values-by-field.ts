// A metric by the values of a field, such as the product: each value with what it came to, best first.
import { noValue, otherValue } from '../counting/breakdowns.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { SubjectIndex } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { createRanking } from '../standing/ranking.ts'
import type { DayRange } from '../time/calendar-date.ts'
import { nameOrder } from './name-order.ts'
import { rankKey } from './rank-key.ts'

export interface FieldValue {
  /** As the facts have it; empty where they lack the field. */
  readonly id: string
  readonly name: string
  /** Null: unknown. */
  readonly value: number | null
  /** Null for an unknown value, and for what {@link isGathered}. */
  readonly rank: number | null
}

/** `of`: a team or the org. */
export interface FieldSelection {
  readonly plan: MetricPlan
  readonly field: string
  readonly days: DayRange
  readonly of: SubjectIndex
}

/** "product", "Segment". */
export const fieldWord = (field: string): string => field.replace(/^fields\./, '')

/** What a value is called: itself, and words for facts that have none and for those that are counted together. */
const fieldValueName = (field: string, value: string): string => {
  if (value === noValue) return `No ${fieldWord(field)}`
  return value === otherValue ? `Other ${fieldWord(field)}` : value
}

/** Stands for no one value of the field: for facts that lack it, or for many values together. */
export const isGathered = (value: string): boolean => value === noValue || value === otherValue

/**
 * Values of which nothing counted in the days are left out, one that came to 0 is not. Equal ones stand in the order of
 * their names; what is gathered stands last and has no rank. Null for a field that the floor does not break numbers
 * down by.
 */
export const valuesByField = (numbers: Numbers, selection: FieldSelection): readonly FieldValue[] | null => {
  const { plan, field, days, of } = selection
  const { engine, model } = numbers
  const values = engine.valuesOf(field)
  if (values === null) return null
  const cells = [{ subject: of, days }]
  const counted = values
    .filter((id) => engine.countsWith(field, id, plan.index, cells))
    .map((id) => ({
      id,
      name: fieldValueName(field, id),
      value: engine.valueWith(field, id, plan.index, cells),
    }))
  const named = counted.filter(({ id }) => !isGathered(id))
  const ranking = createRanking(nameOrder(named, model.file.floor.locale))
  named.forEach(({ value }, index) => {
    ranking.set(index, rankKey('value', value, null, null, plan.metric.better), Number.NaN)
  })
  const ranked = named
    .map((row, index) => ({ row: { ...row, rank: ranking.rankOf(index) }, place: ranking.placeOf(index) }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row)
  const gathered = [otherValue, noValue].flatMap((id) => counted.filter((row) => row.id === id))
  return [...ranked, ...gathered.map((row) => ({ ...row, rank: null }))]
}

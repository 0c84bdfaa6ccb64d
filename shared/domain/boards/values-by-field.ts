// A metric by the values of a field, such as the product: each value with what it came to, best first.
import type { WindowSpec } from '../../wire/window.ts'
import { noValue, otherValue } from '../counting/breakdowns.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { SubjectIndex } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { createRanking } from '../standing/ranking.ts'
import { nameOrder } from './name-order.ts'
import { rankKey } from './rank-key.ts'

export interface FieldValue {
  /** As the facts have it; empty where they lack the field. */
  readonly id: string
  readonly name: string
  readonly value: number | null
  readonly rank: number | null
}

/** `of`: a team or the org. */
export interface FieldQuestion {
  readonly plan: MetricPlan
  readonly field: string
  readonly window: WindowSpec
  readonly of: SubjectIndex
  /** Epoch ms. */
  readonly at: number
}

/** "product", "Segment". */
const wordOf = (field: string): string => field.replace(/^fields\./, '')

/** What a value is called: itself, and words for facts that have none and for those that are counted together. */
export const fieldValueName = (field: string, value: string): string => {
  if (value === noValue) return `No ${wordOf(field)}`
  return value === otherValue ? `Other ${wordOf(field)}` : value
}

/**
 * Values of which nothing counted in the window are left out, one that came to 0 is not; equal ones stand in the order of their names. Null for a field
 * that the floor does not break numbers down by.
 */
export const valuesByField = (numbers: Numbers, question: FieldQuestion): readonly FieldValue[] | null => {
  const { plan, field, window, of, at } = question
  const { engine, model } = numbers
  const values = engine.valuesOf(field)
  if (values === null) return null
  const cells = [{ subject: of, days: numbers.daysOf(window, at) }]
  const counted = values
    .filter((id) => engine.countsWith(field, id, plan.index, cells))
    .map((id) => ({
      id,
      name: fieldValueName(field, id),
      value: engine.valueWith(field, id, plan.index, cells),
    }))
  const ranking = createRanking(nameOrder(counted, model.file.floor.locale))
  counted.forEach(({ value }, index) => {
    ranking.set(index, rankKey('value', value, null, null, plan.metric.better), Number.NaN)
  })
  return counted
    .map((row, index) => ({ ...row, rank: ranking.rankOf(index), place: ranking.placeOf(index) }))
    .sort((a, b) => a.place - b.place)
    .map(({ place: _place, ...row }) => row)
}

// A metric by the values of a field once more: every value that any part has, in plain loops.
import type { FloorFile } from '../../shared/wire/floor.ts'
import type { Dates } from './calendar.ts'
import { type Entry, inRanks, type Row } from './ranks.ts'
import type { Parts, Values } from './values.ts'

export interface FieldSelection {
  readonly metric: string
  readonly field: string
  /** Null: the org. */
  readonly team: string | null
  readonly dates: Dates
}

/** What a value came to, whether anything counted or not. */
export const amountByField = (
  values: Values,
  { metric, field, team, dates }: FieldSelection,
  value: string,
): number | null => {
  const all = values.teamParts(team, dates)
  const own: Parts = (base) => all(base).filter((part) => part.fieldOf(field) === value)
  return values.valueFrom(metric, own)
}

/** Those of which something counted, best first; facts without the field last, and without a rank. */
export const rowsByField = (file: FloorFile, values: Values, selection: FieldSelection): readonly Row[] => {
  const { metric, field, team, dates } = selection
  const all = values.teamParts(team, dates)
  const counted = values.basesOf(metric).flatMap((base) => all(base))
  const entries = [...new Set(counted.map((part) => part.fieldOf(field)))].map((value): Entry => {
    const name = value === '' ? `No ${field.replace('fields.', '')}` : value
    const none = { goal: null, attainment: null, pace: null, state: null }
    const group = value === '' ? null : 0
    return {
      subject: value,
      name,
      group,
      reached: null,
      value: amountByField(values, selection, value),
      ...none,
    }
  })
  return inRanks(file, values.metricOf(metric), entries)
}

// A metric, asked for by the values of a field: the answer of the API.
import type { MetricAnswer } from '../../wire/query.ts'
import type { WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { orgSubject, type SubjectIndex } from '../people/roster.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { createFormat } from '../words/format.ts'
import { viewWindow } from './board-head.ts'
import { valuesByField } from './values-by-field.ts'

/** `of`: a team or the org. */
export interface FieldQuestion {
  readonly plan: MetricPlan
  readonly field: string
  readonly window: WindowSpec
  readonly of: SubjectIndex
  /** Epoch ms. */
  readonly at: number
}

/** Goals are people's and teams': a value of a field has none. Null for a field that the floor does not break down by. */
export const answerByField = (floorNumbers: Numbers, question: FieldQuestion): MetricAnswer | null => {
  const numbers = floorNumbers.about(question.of === orgSubject ? [] : [question.of])
  const { plan, field, window, of, at } = question
  const values = valuesByField(numbers, { plan, field, days: numbers.daysOf(window, at), of })
  if (values === null) return null
  const { id, name, unit, indicator, better } = plan.metric
  const format = createFormat(numbers.model.file.floor)
  const { start, end, label } = viewWindow(numbers, window, at)
  return {
    metric: { id, name, unit, indicator, better },
    window: { start, end, label },
    rows: values.map(({ id: subject, rank, ...row }) => ({
      subject,
      ...row,
      display: format.full(row.value, unit),
      goal: null,
      attainment: null,
      pace: null,
      state: null,
      rank,
    })),
    total: numbers.standingOf(plan, window, of, at, everybody).value,
  }
}

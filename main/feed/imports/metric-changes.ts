import { viewWindow } from '../../../shared/domain/boards/board-head.ts'
import { ownWindow } from '../../../shared/domain/boards/metric-answer.ts'
import type { MetricPlan } from '../../../shared/domain/counting/metric-plan.ts'
import { orgSubject } from '../../../shared/domain/people/roster.ts'
import { everybody, type Numbers } from '../../../shared/domain/standing/numbers.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import type { MetricChange } from '../../../shared/wire/imports.ts'
import type { WindowSpec } from '../../../shared/wire/window.ts'

const allTime: WindowSpec = { kind: 'all' }

/**
 * The metrics on which the whole floor's value differs between two counts of one floor, at an instant (epoch ms): each in
 * its own window, and over all time where that differs in another way.
 */
export const metricChanges = (before: Numbers, after: Numbers, at: number): MetricChange[] => {
  const { model } = before
  const format = createFormat(model.file.floor)
  const changeIn = (plan: MetricPlan, window: WindowSpec): MetricChange['windows'] => {
    const [was, is] = [before, after].map(
      (numbers) => numbers.standingOf(plan, window, orgSubject, at, everybody).value,
    )
    if (was === is) return []
    const written = (value: number | null | undefined): string => format.full(value ?? null, plan.metric.unit)
    return [{ window: viewWindow(before, window, at).label, before: written(was), after: written(is) }]
  }
  return model.file.metrics.flatMap(({ id, name }): MetricChange[] => {
    const plan = model.metric(id)
    if (!plan) return []
    const own = changeIn(plan, ownWindow(plan))
    const ever = changeIn(plan, allTime).filter(
      (each) => own[0]?.before !== each.before || own[0].after !== each.after,
    )
    const windows = [...own, ...ever]
    return windows.length === 0 ? [] : [{ metric: id, name, windows }]
  })
}

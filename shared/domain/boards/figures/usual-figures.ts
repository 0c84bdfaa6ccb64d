// Somebody beside their own last four weeks.
import type { WindowSpec } from '../../../wire/window.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'
import type { SubjectIndex } from '../../people/roster.ts'
import type { Selection } from '../../standing/numbers.ts'
import { baselineOf } from '../rank-key.ts'
import { factsOfSubject } from './facts-question.ts'
import type { Figure } from './figure.ts'
import type { FigureTools } from './figure-tools.ts'

interface UsualParts {
  readonly key: string
  readonly plan: MetricPlan
  readonly window: WindowSpec
  readonly subject: SubjectIndex
  readonly within: Selection
  /** What they have now. */
  readonly now: Figure
  readonly change: number
}

/** What four weeks came to, what that makes by now, and the change on it. See `usualOf` and `changeFrom`. */
export const usualFigures = (tools: FigureTools, parts: UsualParts): Figure[] => {
  const { numbers, names, figure, term, termOf } = tools
  const { key, plan, window, subject, within, now, change } = parts
  const { unit } = plan.metric
  const days = numbers.daysOf(window, tools.ms)
  const past = baselineOf(days)
  const shown = tools.called(past, names.fourWeeks)
  const before = figure({
    id: `${key}.four-weeks`,
    name: names.fourWeeks,
    unit,
    value: numbers.engine.value(plan.index, numbers.cellsOf(subject, past, within)),
    window: shown.window.label,
    facts: factsOfSubject(numbers, plan, shown, subject, within),
  })
  const changed = (from: Figure): Figure =>
    figure({
      id: `${key}.change`,
      name: names.change,
      unit: plan.additive ? 'percent' : unit,
      value: change,
      as: plan.additive ? 'change' : 'delta',
      window: now.window,
      working: { by: plan.additive ? 'change' : 'difference', terms: [termOf(now), termOf(from)] },
    })
  if (!plan.additive) return [before, changed(before)]
  const { workingTime } = numbers.model
  const gone = numbers.shareGone(window, subject, tools.ms) * workingTime.daysIn(days)
  const pastDays = workingTime.daysIn(past)
  const usual = figure({
    id: `${key}.usual`,
    name: names.usual,
    unit,
    value: before.value === null || pastDays === 0 ? null : (before.value / pastDays) * gone,
    window: now.window,
    working: {
      by: 'portion',
      terms: [
        termOf(before),
        term(names.fourWeeksDays, pastDays, 'count'),
        term(names.daysOver, gone, 'count'),
      ],
    },
  })
  return [before, usual, changed(usual)]
}

// The points of a line that a board draws: what somebody came to by the end of a day, each with the facts up to then.
import type { MetricPlan } from '../../counting/metric-plan.ts'
import { formatDay } from '../../time/calendar-date.ts'
import { spokenLocale } from '../../words/say.ts'
import type { TrendPoint } from '../trend.ts'
import type { FactsQuestion, ShownDays } from './facts-question.ts'
import type { Figure } from './figure.ts'
import type { FigureTools } from './figure-tools.ts'

interface LineParts {
  /** Begins the ids of its points. */
  readonly key: string
  readonly plan: MetricPlan
  readonly points: readonly TrendPoint[]
  /** What the window is called. */
  readonly label: string
  readonly facts: (shown: ShownDays) => FactsQuestion
}

/** A point for each day, in their order. */
export const lineFigures = (
  { numbers, figure, called, say }: FigureTools,
  { key, plan, points, label, facts }: LineParts,
): Figure[] => {
  const { locale } = numbers.model.file.floor
  const dates = new Intl.DateTimeFormat(spokenLocale(locale), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  return points.map(({ day, days }) => {
    const date = formatDay(day)
    const counted = facts(called(days, label))
    return figure({
      id: `${key} ${date}`,
      name: say(
        { id: 'figures.by-end-of', defaultMessage: 'By the end of {date}' },
        { date: dates.format(Date.parse(date)) },
      ),
      unit: plan.metric.unit,
      value: numbers.engine.value(plan.index, counted.cells),
      window: label,
      facts: counted,
    })
  })
}

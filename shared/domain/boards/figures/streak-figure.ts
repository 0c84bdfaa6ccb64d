// Days in a row on which somebody reached their own goal, one by one.
import type { Streak } from '../../../wire/boards/improved-board.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'
import type { Member } from '../../people/roster.ts'
import { createStreaks } from '../../standing/streak.ts'
import type { Figure } from './figure.ts'
import type { FigureTools } from './figure-tools.ts'

/** The days that the streak counts, with what was reached on each. */
export const streakFigure = (
  tools: FigureTools,
  key: string,
  plan: MetricPlan,
  member: Member,
  streak: Pick<Streak, 'days'>,
): Figure => {
  const { numbers, names, figure, term, ms } = tools
  const reached = createStreaks(numbers, plan).daysOf(member, ms)
  return figure({
    id: `${key}.streak`,
    name: `${names.streak}, ${plan.metric.name}`,
    unit: 'count',
    value: streak.days,
    working: {
      by: 'how many',
      terms: reached.map(({ date, value }) => term(date, value, plan.metric.unit)),
      says: tools.say({
        id: 'figures.says.streak',
        defaultMessage: 'Working days in a row on which the goal for the day was reached.',
      }),
      isPrivate: true,
    },
  })
}

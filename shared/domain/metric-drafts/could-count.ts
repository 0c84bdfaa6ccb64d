// Most facts are none of a draft's business: of another kind, or of other days. To tell that is quicker than to count them.

import { whenOf } from '../counting/measure.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { foldedName } from '../people/name-key.ts'
import { type DayRange, formatDay } from '../time/calendar-date.ts'
import { firstDay } from '../time/fiscal-calendar.ts'

/** On which local date an instant falls, its offset does not say: it is a day off at most. */
const slackDays = 2

/** What is not a four-digit year is compared by nobody. */
const lastDay = 2_932_896

/**
 * False only for facts that count for none of the metrics in these days, whatever their credits, and that no single
 * condition but one on their kind keeps out.
 */
export const createCouldCount = (
  metrics: readonly MetricPlan[],
  { from, to }: DayRange,
): ((stored: StoredFact) => boolean) => {
  const plans = metrics.flatMap(({ base, earlier }) => (base === null ? [] : [base, ...earlier]))
  const dealDates = [...new Set(plans.flatMap(({ from: of, date }) => (of === 'deal' ? [date] : [])))]
  const ofActivities = plans.filter((plan) => plan.from === 'activity')
  const countsAnyKind = ofActivities.some(({ kinds }) => kinds === null)
  const kinds = new Set(ofActivities.flatMap((plan) => plan.kinds ?? []))
  const first = from - slackDays > firstDay ? formatDay(from - slackDays) : ''
  const last = to + slackDays < lastDay ? formatDay(to + slackDays) : '~'

  /** What has no date is said to lack one. */
  const isNear = (when: string | null): boolean =>
    when === null || (when >= first && when.slice(0, 10) <= last)

  return ({ fact, history }) => {
    if (fact.type === 'activity')
      return (countsAnyKind || kinds.has(fact.kind) || kinds.has(foldedName(fact.kind))) && isNear(fact.at)
    return (
      dealDates.some((date) => isNear(whenOf(fact, null, date))) ||
      history.some((event) => kinds.has(event.kind) && isNear(event.at))
    )
  }
}

// The flag “losing momentum”: somebody does far less a working day than in their own eight weeks before. Silent where their
// colleagues slowed down alike.
import type { ExceptionRule, MomentumTest } from '../../wire/exception-rule.ts'
import { viewMetric } from '../boards/board-head.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { type Member, stayAt } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type DayRange, formatDay, includes } from '../time/calendar-date.ts'
import { type Found, foundOf, isAbout } from './found.ts'
import { daysBeforeRange, doneIn, ownDays, workingDaysBefore } from './recent-work.ts'

const usualDays = 8 * 7
/** Half of the eight weeks: a rep who was away longer has no usual pace to lose. */
const leastUsualDays = 20
/** Fewer pieces in eight weeks are no activity that could have a pace. */
const leastUsualCount = 20
/** Colleagues of whom fewer days are known say nothing of the team. */
const leastTeamDays = 20

interface Pace {
  readonly days: number
  readonly now: number
  readonly usual: number
}

/** Amounts a working day, lately and usually; null where too little is known. */
const paceOf = (
  numbers: Numbers,
  plan: MetricPlan,
  members: readonly Member[],
  recent: DayRange,
  least: { readonly recent: number; readonly usual: number },
): Pace | null => {
  const before = daysBeforeRange(recent, usualDays)
  let [days, daysBefore, done, doneBefore] = [0, 0, 0, 0]
  for (const member of members) {
    days += ownDays(numbers, member, recent)
    daysBefore += ownDays(numbers, member, before)
    done += doneIn(numbers, plan, member, recent)
    doneBefore += doneIn(numbers, plan, member, before)
  }
  if (days < least.recent || daysBefore < least.usual || doneBefore < leastUsualCount) return null
  return { days, now: done / days, usual: doneBefore / daysBefore }
}

/** At an instant, epoch ms. Null while there is nothing to judge by. */
export const findMomentum = (
  numbers: Numbers,
  rule: ExceptionRule,
  test: MomentumTest,
  ms: number,
): readonly Found[] | null => {
  const { model } = numbers
  const plan = model.metric(test.metric)
  if (plan === null || numbers.awaits([plan]) !== null) return null
  const here = model.roster.people.filter(
    (member) =>
      includes(member.employed, numbers.about([member.subject]).todayAt(ms)) &&
      isAbout(model, rule, member, ms),
  )
  return here.flatMap((member): Found[] => {
    const own = numbers.about([member.subject])
    const recent = workingDaysBefore(model, own.todayAt(ms), test.days)
    const pace =
      recent &&
      paceOf(own, plan, [member], recent, { recent: Math.ceil(test.days / 2), usual: leastUsualDays })
    if (!recent || !pace || pace.now >= pace.usual * test.under) return []
    const { team } = stayAt(member, ms)
    const others = here.filter((other) => other !== member && stayAt(other, ms).team === team)
    const theirs = paceOf(numbers, plan, others, recent, { recent: 1, usual: leastTeamDays })
    if (theirs !== null && theirs.now < theirs.usual * test.under) return []
    return [
      foundOf(
        own,
        rule,
        member,
        ms,
        {
          kind: 'momentum',
          metric: viewMetric(plan),
          from: formatDay(recent.from),
          until: formatDay(recent.to - 1),
          days: pace.days,
          now: pace.now,
          usual: pace.usual,
        },
        own.clockOf(member.subject, ms).startOf(own.todayAt(ms)),
      ),
    ]
  })
}

// What a rule is tried with on one screen: what comes closest to it of what stands now.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import { bringsMoney } from '../counting/recent-wins.ts'
import { orgSubject, type SubjectIndex } from '../people/roster.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { formatDay } from '../time/calendar-date.ts'
import type { Cause, CauseAbout } from './cause.ts'
import { createRuleScope } from './credited.ts'
import { type MetricRuleSource, windowOfRule } from './metric-rule.ts'

/** `now`: epoch ms. Of people and deals of the rule's scope; the floor's first where nothing is in it. */
export const sampleCause = (numbers: Numbers, rule: CelebrationRule, now: number): Cause => {
  const { roster, metric: planOf } = numbers.model
  const scope = createRuleScope(numbers.model, rule)
  const today = numbers.todayAt(now)
  const people = roster.people.filter((member) => scope.holdsPerson(member, today))
  const person = people[0]?.id ?? roster.people[0]?.id ?? ''
  const cause = (about: CauseAbout): Cause => ({
    id: `test:${rule.id}`,
    rule,
    about,
    at: now,
    happenedAt: now,
  })
  const { on } = rule

  if ('day' in on)
    return cause({
      kind: 'day',
      person,
      on: formatDay(today),
      years: on.day === 'anniversary' ? 1 : null,
    })

  if ('metric' in on) {
    const plan = planOf(on.metric)
    const isOfTeam = on.of === 'team' || on.crosses === 'everybody'
    const teams = roster.teams.filter(({ subject }) => scope.holdsTeam(subject)).map(({ subject }) => subject)
    const subjects: readonly SubjectIndex[] =
      on.of === 'org' ? [orgSubject] : isOfTeam ? teams : people.map(({ subject }) => subject)
    const ranked = subjects.map((subject) => {
      if (plan === null) return { subject, value: 0, goal: null }
      const own = subject === orgSubject ? numbers : numbers.about([subject])
      const standing = own.standingOf(
        plan,
        windowOfRule({ ...rule, on } as MetricRuleSource, plan),
        subject,
        now,
        everybody,
      )
      return { subject, value: standing.value ?? 0, goal: standing.goal }
    })
    const best = ranked.reduce<(typeof ranked)[number] | null>(
      (most, each) => (most === null || each.value > most.value ? each : most),
      null,
    )
    return cause({
      kind: 'metric',
      metric: on.metric,
      window: on.window ?? plan?.metric.window ?? 'quarter',
      of: isOfTeam && on.of === 'rep' ? 'team' : on.of,
      subject: best === null ? 'org' : roster.idOf(best.subject),
      line: best?.goal ?? best?.value ?? 0,
      isPast: false,
      was: (best?.value ?? 0) * 0.9,
      step: typeof on.crosses === 'object' && 'streak' in on.crosses ? on.crosses.streak : null,
    })
  }

  const ids = new Set(people.map(({ subject }) => subject))
  const win = numbers.engine.wonDeals.recent.all().find((each) => bringsMoney(each) && ids.has(each.subject))
  return cause({
    kind: 'fact',
    source: win?.source ?? '',
    id: win?.id ?? '',
    event: null,
    person: win === undefined ? person : roster.idOf(win.subject),
    atLeastMinor: null,
  })
}

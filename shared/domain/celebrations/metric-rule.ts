// Rules about a figure that crosses a line: worked out from how a subject stands before and after a fact is counted, so
// that nothing but a fact of the present can bring one over.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { WindowSpec } from '../../wire/window.ts'
import { parseWindow } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { toMinor } from '../counting/money.ts'
import { type Member, orgSubject, type SubjectIndex, stayOn } from '../people/roster.ts'
import { isAtLeast } from '../standing/attainment.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { createStreaks, type Streaks } from '../standing/streak.ts'
import { formatDay } from '../time/calendar-date.ts'
import { firstDay } from '../time/fiscal-calendar.ts'
import { type Cause, type MetricCause, metricCauseId } from './cause.ts'
import { createRuleScope } from './credited.ts'
import { createPastBest } from './past-best.ts'

export type OnMetric = Extract<CelebrationRule['on'], { metric: string }>
export type MetricRuleSource = CelebrationRule & { readonly on: OnMetric }

/** How a subject stands before a fact is counted. */
export interface StandingBefore {
  readonly subject: SubjectIndex
  /** The team of whose people it is the question; null for everything else. */
  readonly ofTeam: SubjectIndex | null
  readonly value: number | null
  /** Periods in a row with the goal reached. */
  readonly streak: number
}

export interface MetricRule {
  readonly rule: MetricRuleSource
  readonly plan: MetricPlan
  /** How those stand whom a fact of these people touches, at an instant (epoch ms). */
  before(members: readonly Member[], now: number): readonly StandingBefore[]
  /** Which of them the fact brought over the line. */
  causes(standings: readonly StandingBefore[], now: number, happenedAt?: number): readonly Cause[]
  /** Of a trial: whom the facts of the day of an instant (epoch ms) brought over the line. */
  ofDay(now: number): readonly Cause[]
  /**
   * Whether what was found still holds, in the window of the instant at which it was found. `isToCome`: it is not shown yet,
   * so that a goal that was raised since counts as well.
   */
  isTrue(about: MetricCause, at: number, isToCome: boolean): boolean
}

const quarter: WindowSpec = { kind: 'period', grain: 'quarter', offset: 0 }

export const windowOfRule = ({ on }: MetricRuleSource, plan: MetricPlan): WindowSpec =>
  parseWindow(on.window ?? plan.metric.window ?? '') ?? quarter

const windowText = ({ on }: MetricRuleSource, plan: MetricPlan): string =>
  on.window ?? plan.metric.window ?? 'quarter'

/** In the metric's own unit: money in minor units. */
export const lineOf = (plan: MetricPlan, units: number, currency: string): number =>
  plan.metric.unit === 'money' ? toMinor(units, currency) : units

export interface Rung {
  readonly line: number
  readonly reward: string | null
}

/** The lines of a ladder for a goal, lowest first; one that is a share of a goal that is not set is left out. */
export const rungsOf = (
  { on }: MetricRuleSource,
  plan: MetricPlan,
  goal: number | null,
  currency: string,
): readonly Rung[] =>
  typeof on.crosses === 'object' && 'ladder' in on.crosses
    ? on.crosses.ladder
        .flatMap(({ at, reward = null }): Rung[] => {
          if ('value' in at) return [{ line: lineOf(plan, at.value, currency), reward }]
          return goal === null || goal <= 0 ? [] : [{ line: at.share * goal, reward }]
        })
        .sort((a, b) => a.line - b.line)
    : []

interface Crossed {
  readonly line: number
  readonly isPast: boolean
  readonly step: number | null
}

/**
 * Null where the floor has no such metric. `isTrial`: windows are cut at the end of the day that is asked about, so that past
 * days can be gone through on what stands now.
 */
export const createMetricRule = (
  numbers: Numbers,
  rule: MetricRuleSource,
  isTrial = false,
): MetricRule | null => {
  const { model } = numbers
  const { roster, file } = model
  const { on } = rule
  const found = model.metric(on.metric)
  if (found === null) return null
  const plan = found
  const { crosses } = on
  const window = windowOfRule(rule, plan)
  const scope = createRuleScope(model, rule)
  const isStreak = typeof crosses === 'object' && 'streak' in crosses
  const isOfTeam = crosses === 'everybody'

  const aboutOf = new Map<SubjectIndex, Numbers>()
  const numbersOf = (subject: SubjectIndex): Numbers => {
    const known = aboutOf.get(subject) ?? (subject === orgSubject ? numbers : numbers.about([subject]))
    aboutOf.set(subject, known)
    return known
  }
  const amountIn = (subject: SubjectIndex, now: number, back = 0, cut = 1): number | null => {
    const own = numbersOf(subject)
    const spec = back === 0 || window.kind !== 'period' ? window : { ...window, offset: window.offset - back }
    const days = own.daysOf(spec, now)
    const until = isTrial && back === 0 ? Math.min(days.to, own.todayAt(now) + cut) : days.to
    return numbers.engine.value(plan.index, own.cellsOf(subject, { from: days.from, to: until }, everybody))
  }
  const goalOf = (subject: SubjectIndex, now: number): number | null => {
    const goal = numbersOf(subject).goalOf(plan, window, subject, now)
    return goal !== null && goal > 0 ? goal : null
  }
  const streaks = new Map<SubjectIndex, Streaks>()
  const streakOf = (subject: SubjectIndex, now: number): number => {
    const member = roster.personAt(subject)
    if (member === null) return 0
    if (window.kind === 'period' && window.grain === 'day') {
      const own = streaks.get(subject) ?? createStreaks(numbersOf(subject), plan)
      streaks.set(subject, own)
      const streak = own.of(member, now)
      return streak?.today === 'reached' ? streak.days : 0
    }
    const goal = goalOf(subject, now)
    if (goal === null || !isAtLeast(amountIn(subject, now) ?? 0, goal)) return 0
    let periods = 1
    while (periods < 100 && isAtLeast(amountIn(subject, now, periods) ?? 0, goal)) periods += 1
    return periods
  }
  const pastBest = createPastBest({ roster, amountIn })

  const dayOf = (subject: SubjectIndex, now: number): number => numbersOf(subject).todayAt(now)
  const peopleOf = (team: SubjectIndex, now: number): readonly Member[] => {
    const day = dayOf(team, now)
    return roster.people.filter((member) => {
      const own = stayOn(member, day).team
      const isOn = team === orgSubject || (own !== null && roster.teamAt(own)?.chain.includes(team) === true)
      return isOn && member.employed.from <= day && day < member.employed.to
    })
  }
  /** Everybody on it who has a goal reached it, and they are at least two. */
  const allReached = (team: SubjectIndex, now: number): boolean => {
    const goals = peopleOf(team, now).flatMap(({ subject }) => {
      const goal = goalOf(subject, now)
      return goal === null ? [] : [isAtLeast(amountIn(subject, now) ?? 0, goal)]
    })
    return goals.length > 1 && goals.every(Boolean)
  }

  const teamsOf = (member: Member, day: number): readonly SubjectIndex[] => {
    const { team } = stayOn(member, day)
    return team === null ? [] : (roster.teamAt(team)?.chain ?? []).filter((each) => scope.holdsTeam(each))
  }

  const subjectsOf = (members: readonly Member[], now: number): readonly SubjectIndex[] => {
    if (on.of === 'org') return [orgSubject]
    const day = (member: Member): number => dayOf(member.subject, now)
    const subjects = members.flatMap((member) =>
      on.of === 'team'
        ? teamsOf(member, day(member))
        : scope.holdsPerson(member, day(member))
          ? [member.subject]
          : [],
    )
    return [...new Set(subjects)]
  }

  const before: MetricRule['before'] = (members, now) => {
    if (isOfTeam) {
      // The last one to reach their goal is the one who brings it about.
      const own = members.filter((member) => scope.holdsPerson(member, dayOf(member.subject, now)))
      return own.flatMap((member) =>
        (on.of === 'org' ? [orgSubject] : teamsOf(member, dayOf(member.subject, now))).map((ofTeam) => ({
          subject: member.subject,
          ofTeam,
          value: amountIn(member.subject, now),
          streak: 0,
        })),
      )
    }
    return subjectsOf(members, now).map((subject) => ({
      subject,
      ofTeam: null,
      value: amountIn(subject, now),
      streak: isStreak ? streakOf(subject, now) : 0,
    }))
  }

  const isCrossed = (line: number, was: number | null, value: number): boolean =>
    isAtLeast(value, line) && !isAtLeast(was ?? 0, line)

  /** The best of those who are counted for the same kind of thing; 0 without others. */
  const bestOther = (subject: SubjectIndex, now: number): number => {
    const day = dayOf(subject, now)
    const others =
      on.of === 'team'
        ? roster.teams
            .filter((team) => team.subject !== subject && team.parent === roster.teamAt(subject)?.parent)
            .map((team) => team.subject)
        : roster.people
            .filter((member) => member.subject !== subject && scope.holdsPerson(member, day))
            .map((member) => member.subject)
    return others.reduce((best, other) => Math.max(best, amountIn(other, now) ?? 0), 0)
  }

  /** The highest line that was crossed. */
  const crossed = ({ subject, ofTeam, value: was, streak }: StandingBefore, now: number): Crossed | null => {
    const value = amountIn(subject, now)
    if (value === null || value <= (was ?? 0)) return null
    if (crosses === 'goal') {
      const goal = goalOf(subject, now)
      return goal !== null && isCrossed(goal, was, value) ? { line: goal, isPast: false, step: null } : null
    }
    if (crosses === 'everybody') {
      const goal = goalOf(subject, now)
      if (goal === null || ofTeam === null || !isCrossed(goal, was, value)) return null
      return allReached(ofTeam, now) ? { line: 1, isPast: false, step: null } : null
    }
    if (crosses === 'first-place') {
      const other = bestOther(subject, now)
      return other > 0 && value > other && (was ?? 0) <= other
        ? { line: other, isPast: true, step: null }
        : null
    }
    if ('value' in crosses) {
      const line = lineOf(plan, crosses.value, file.floor.currency)
      return isCrossed(line, was, value) ? { line, isPast: false, step: null } : null
    }
    if ('ladder' in crosses) {
      const rungs = rungsOf(rule, plan, goalOf(subject, now), file.floor.currency)
      const at = rungs.findLastIndex(({ line }) => isCrossed(line, was, value))
      const rung = rungs[at]
      return rung === undefined ? null : { line: rung.line, isPast: false, step: at + 1 }
    }
    if ('streak' in crosses) {
      const goal = goalOf(subject, now)
      const length = streakOf(subject, now)
      if (length <= streak || length % crosses.streak !== 0) return null
      return { line: goal ?? value, isPast: false, step: length }
    }
    if (window.kind !== 'period') return null
    const best = pastBest({ subject, of: on.of, scope: crosses.record, value, was: was ?? 0 }, now)
    return best === null ? null : { line: best, isPast: true, step: null }
  }

  const startOf = (subject: SubjectIndex, now: number): string | null => {
    const { from } = numbersOf(subject).daysOf(window, now)
    return Number.isFinite(from) && from > firstDay ? formatDay(from) : null
  }

  const causes: MetricRule['causes'] = (standings, now, happenedAt = now) =>
    standings.flatMap((standing): Cause[] => {
      const over = crossed(standing, now)
      if (over === null) return []
      const { ofTeam, value } = standing
      const subject = ofTeam ?? standing.subject
      const id = roster.idOf(subject)
      return [
        {
          id: metricCauseId(rule.id, id, startOf(subject, now), over.step),
          rule,
          about: {
            kind: 'metric',
            metric: plan.metric.id,
            window: windowText(rule, plan),
            of: isOfTeam && on.of === 'rep' ? 'team' : on.of,
            subject: id,
            was: value ?? 0,
            ...over,
          },
          at: now,
          happenedAt,
        },
      ]
    })

  return {
    rule,
    plan,
    before,
    causes,
    ofDay: (now) =>
      causes(
        before(roster.people, now).map((standing) => ({
          ...standing,
          value: amountIn(standing.subject, now, 0, 0),
          streak: 0,
        })),
        now,
      ),
    isTrue: ({ subject: id, line, isPast }, at, isToCome) => {
      const subject = roster.subjectOf(id)
      // An edit of the floor took it out, and nobody can say.
      if (subject === null) return !isToCome
      if (isOfTeam) return allReached(subject, at)
      const value = amountIn(subject, at)
      if (value === null) return false
      if (isPast ? value <= line : !isAtLeast(value, line)) {
        // A goal that was lowered since is reached all the same.
        if (crosses !== 'goal') return false
        const goal = goalOf(subject, at)
        return goal !== null && isAtLeast(value, goal)
      }
      if (!isToCome || crosses !== 'goal') return true
      const goal = goalOf(subject, at)
      return goal !== null && isAtLeast(value, goal)
    },
  }
}

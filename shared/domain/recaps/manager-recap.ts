// What a manager's recap of the week says, of their teams and of no others: how these stand, what was planned and what was
// done, what is off, and the flags.
import type { ExceptionsAnswer } from '../../wire/exceptions.ts'
import type { ViewMetric } from '../../wire/view-parts.ts'
import { viewMetric } from '../boards/board-head.ts'
import { coachedPeople } from '../boards/coaching-answer.ts'
import { type Announced, announcedIn, type Listener } from '../metric-changes/announced.ts'
import { type Member, orgSubject, type SubjectIndex, stayAt } from '../people/roster.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { planGoal } from '../standing/plan-goal.ts'
import type { DayRange } from '../time/calendar-date.ts'
import { isSettled, numbersOfPeriod, periodBefore, type RecapNumber, runningGoals } from './recap-numbers.ts'

export interface PlannedStep {
  readonly metric: ViewMetric
  /** What their plan asked for over the days that they worked; unrounded, money in minor units. */
  readonly planned: number
  readonly done: number
}

export interface OffThing {
  readonly title: string
  readonly owner: string
  readonly says: string
}

export interface OffGroup {
  readonly rule: string
  readonly count: number
  /** Those that have been off the longest, a few at most. */
  readonly things: readonly OffThing[]
}

export interface ManagerRecap {
  readonly week: string
  /** Their teams; empty: all. */
  readonly teams: readonly { readonly name: string; readonly numbers: readonly RecapNumber[] }[]
  readonly goals: readonly { readonly name: string; readonly numbers: readonly RecapNumber[] }[]
  readonly people: readonly { readonly name: string; readonly steps: readonly PlannedStep[] }[]
  readonly off: readonly OffGroup[]
  readonly flags: readonly OffGroup[]
  /** Metrics and goals that changed, of those that concern their teams. */
  readonly changes: readonly Announced[]
}

export interface ManagedBy {
  /** Ids; empty: all teams. */
  readonly teams: readonly string[]
  /** As the exceptions' desk tells them: theirs alone. */
  readonly exceptions: Pick<ExceptionsAnswer, 'rules' | 'open'>
}

/** More stand in the console. */
const mostThings = 4

/** Day by day, since a week may lie in two plans. Null where none asked for anything. */
const plannedOver = (
  { plans, model }: Numbers,
  member: Member,
  metric: string,
  days: DayRange,
): number | null => {
  let sum: number | null = null
  for (let day = days.from; day < days.to; day++) {
    const plan = plans.on(member.id, day)
    const asked = plan && planGoal(plan, metric, member, model.workingTime, { from: day, to: day + 1 })
    if (asked !== null) sum = (sum ?? 0) + asked
  }
  return sum
}

const groupsOf = (
  { rules, open }: ManagedBy['exceptions'],
  passes: (rule: ExceptionsAnswer['rules'][number]) => boolean,
): readonly OffGroup[] =>
  rules.filter(passes).flatMap(({ id, name }) => {
    const own = open.filter(({ rule, snoozed }) => rule === id && snoozed === null)
    if (own.length === 0) return []
    const things = [...own]
      .sort((a, b) => a.since - b.since)
      .slice(0, mostThings)
      .map(({ title, ownerName, says }) => ({ title, owner: ownerName, says }))
    return [{ rule: name, count: own.length, things }]
  })

/** Whether a subject is one of these teams or people on them, or on one below; all where there are none. */
const isManaged = (numbers: Numbers, teams: readonly SubjectIndex[], team: SubjectIndex | null): boolean =>
  teams.length === 0 ||
  (team !== null && teams.some((each) => numbers.model.roster.teamAt(team)?.chain.includes(each) === true))

/** Of goals those of roles, of the floor and of their teams; a person's own is told to that person. */
const hearsOf =
  (numbers: Numbers, teams: readonly SubjectIndex[]): Listener['hears'] =>
  ({ kind, id }) =>
    kind === 'role' ||
    kind === 'org' ||
    (kind === 'team' && id !== null && isManaged(numbers, teams, numbers.model.roster.subjectOf(id)))

/** Null where there is nothing to tell. `ms`: epoch ms, in the week after. */
export const managerRecap = (
  floorNumbers: Numbers,
  { teams, exceptions }: ManagedBy,
  ms: number,
): ManagerRecap | null => {
  const { roster, calendar } = floorNumbers.model
  const subjects = teams.flatMap((id) => roster.subjectOf(id) ?? [])
  // A team of theirs that was taken off the floor must not open all the others.
  if (teams.length > 0 && subjects.length === 0) return null
  const numbers = floorNumbers.about(subjects)
  const window = periodBefore('week')
  const days = numbers.daysOf(window, ms)
  const named = subjects.length === 0 ? [orgSubject] : subjects
  const numbersBy = (of: (subject: SubjectIndex) => readonly RecapNumber[]) =>
    named
      .map((subject) => ({ name: roster.nameOf(subject), numbers: of(subject) }))
      .filter((each) => each.numbers.length > 0)
  const people = coachedPeople(numbers, ms).flatMap(({ member, compiled }) => {
    if (!isManaged(numbers, subjects, stayAt(member, ms).team)) return []
    const steps = compiled.steps.flatMap(({ plan }): PlannedStep[] => {
      const planned = plannedOver(numbers, member, plan.metric.id, days)
      if (planned === null || !isSettled(numbers.model, plan)) return []
      const cells = numbers.cellsOf(member.subject, days, everybody)
      return [{ metric: viewMetric(plan), planned, done: numbers.engine.value(plan.index, cells) ?? 0 }]
    })
    return steps.length === 0 ? [] : [{ name: member.name, steps }]
  })
  const isFlag = ({ test }: ExceptionsAnswer['rules'][number]): boolean =>
    test === 'busy' || test === 'momentum'
  const recap: ManagerRecap = {
    week: calendar.label(window, numbers.todayAt(ms)),
    teams: numbersBy((subject) => numbersOfPeriod(numbers, subject, 'week', ms)),
    goals: numbersBy((subject) => runningGoals(numbers, subject, ms)),
    people,
    off: groupsOf(exceptions, (rule) => !isFlag(rule)),
    flags: groupsOf(exceptions, isFlag),
    changes: announcedIn(
      numbers,
      { from: days.from, to: numbers.todayAt(ms) + 1 },
      { audiences: ['floor', 'managers'], hears: hearsOf(numbers, subjects) },
    ),
  }
  const parts = [recap.teams, recap.goals, recap.people, recap.off, recap.flags]
  return parts.every((part) => part.length === 0) ? null : recap
}

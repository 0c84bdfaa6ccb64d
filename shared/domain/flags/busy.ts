// The flag “busy, not productive” (METRICS, “Flags”): an input at or over its goal, or in the role's top third, whose outcome is
// none, or under half of what the rep's own rate makes of it. Silent where the whole team fell alike: then one note says so.
import type { BusyTest, ExceptionRule } from '../../wire/exception-rule.ts'
import { viewMetric } from '../boards/board-head.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { type Member, orgSubject, roleOn, type SubjectIndex, stayAt } from '../people/roster.ts'
import { isAtLeast } from '../standing/attainment.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type DayRange, formatDay, includes } from '../time/calendar-date.ts'
import { type Found, foundOf, isAbout, teamIdOf } from './found.ts'
import { goalOverDays } from './goal-over-days.ts'
import { daysBeforeRange, doneByAll, doneIn, ownDays, workingDaysBefore } from './recent-work.ts'
import { whereItFell } from './where-it-fell.ts'

/** A quarter of weeks before the days that are looked at: what their own rate is known by. */
const historyDays = 13 * 7
/** Under half of their own rate (METRICS). */
const unproductive = 0.5
/** Under this share of its own rate a team has fallen as a whole. */
const fellAlike = 2 / 3
/** Where fewer are to be expected, none of them is chance: of 3, none comes once in twenty times (e⁻³). */
const leastUsual = 3
/** In a role of fewer there is no top third. */
const leastInRole = 3

interface Pair {
  readonly input: MetricPlan
  readonly outcome: MetricPlan
}

/** What became of an input over two stretches of days; `rate` of the earlier one, null where too little is known. */
interface Before {
  readonly rate: number | null
  readonly whose: 'own' | 'role'
}

const rateBefore = (
  numbers: Numbers,
  { input, outcome }: Pair,
  members: readonly Member[],
  days: DayRange,
  least: number,
): number | null => {
  const made = doneByAll(numbers, input, members, days)
  return made < least ? null : doneByAll(numbers, outcome, members, days) / made
}

/** Where the rep stands among those of their role whose numbers are there: from the top, 0 to below 1. */
const isInTopThird = (own: number, all: readonly number[]): boolean =>
  all.length >= leastInRole && all.filter((other) => other > own).length < all.length / 3

interface Suspect {
  readonly member: Member
  readonly numbers: Numbers
  readonly days: DayRange
  readonly worked: number
  readonly made: number
  readonly came: number
  readonly usual: number
  readonly whose: 'own' | 'role'
  readonly share: number | null
}

/** At an instant, epoch ms. Null while there is nothing to judge by. */
export const findBusy = (
  floorNumbers: Numbers,
  rule: ExceptionRule,
  test: BusyTest,
  ms: number,
): readonly Found[] | null => {
  const { model } = floorNumbers
  const { roster } = model
  const [input, outcome] = [model.metric(test.input), model.metric(test.outcome)]
  if (input === null || outcome === null || floorNumbers.awaits([input, outcome]) !== null) return null
  const pair: Pair = { input, outcome }
  const here = roster.people.filter(
    (member) =>
      includes(member.employed, floorNumbers.about([member.subject]).todayAt(ms)) &&
      isAbout(model, rule, member, ms),
  )
  const roleOf = (member: Member): string | null => roleOn(member, floorNumbers.todayAt(ms))
  const teamOf = (member: Member): SubjectIndex | null => stayAt(member, ms).team

  /** Working days before today and today, which may still clear it. */
  const daysOf = (numbers: Numbers): DayRange | null => {
    const today = numbers.todayAt(ms)
    const before = workingDaysBefore(model, today, test.days)
    return before && { from: before.from, to: today + 1 }
  }
  // Everybody is held against all of their role: what these did is worked out once.
  const byRole = new Map<string | null, Member[]>()
  for (const member of here) {
    const role = byRole.get(roleOf(member))
    if (role) role.push(member)
    else byRole.set(roleOf(member), [member])
  }
  const sameRole = (member: Member): readonly Member[] => byRole.get(roleOf(member)) ?? []
  const doneKnown = new Map<string, readonly number[]>()
  /** What each of somebody's role did of the input on these days, by the clock of these numbers. */
  const doneInRole = (numbers: Numbers, member: Member, days: DayRange): readonly number[] => {
    const key = JSON.stringify([roleOf(member), days.from, days.to])
    const known = doneKnown.get(key) ?? sameRole(member).map((other) => doneIn(numbers, input, other, days))
    doneKnown.set(key, known)
    return known
  }

  const before = (numbers: Numbers, member: Member, days: DayRange): Before => {
    const history = daysBeforeRange(days, historyDays)
    const own = rateBefore(numbers, pair, [member], history, test.least)
    if (own !== null) return { rate: own, whose: 'own' }
    return { rate: rateBefore(numbers, pair, sameRole(member), history, test.least), whose: 'role' }
  }

  const suspectOf = (member: Member): Suspect | null => {
    const numbers = floorNumbers.about([member.subject])
    const days = daysOf(numbers)
    if (days === null) return null
    const worked = ownDays(numbers, member, days)
    const made = doneIn(numbers, input, member, days)
    if (worked < test.days || made < test.least) return null
    const goal = goalOverDays(numbers, input, member, days, ms)
    const share = goal === null || goal <= 0 ? null : made / goal
    const isBusy =
      (goal !== null && goal > 0 && isAtLeast(made, goal)) ||
      isInTopThird(made, doneInRole(numbers, member, days))
    const { rate, whose } = before(numbers, member, days)
    if (!isBusy || rate === null) return null
    const came = doneIn(numbers, outcome, member, days)
    const usual = rate * made
    if (usual < leastUsual || came >= usual * unproductive) return null
    return { member, numbers, days, worked, made, came, usual, whose, share }
  }

  const pairOf = ({
    days,
    worked,
    made,
    came,
    usual,
  }: Omit<Suspect, 'member' | 'numbers' | 'whose' | 'share'>) => ({
    input: viewMetric(input),
    outcome: viewMetric(outcome),
    from: formatDay(days.from),
    until: formatDay(days.to - 1),
    days: worked,
    made,
    came,
    usual,
  })

  /** The rest of their team, else of their role where the team is they alone. */
  const othersOf = (member: Member): readonly Member[] => {
    const onTeam = sameRole(member).filter((other) => other !== member && teamOf(other) === teamOf(member))
    return onTeam.length > 0 ? onTeam : sameRole(member).filter((other) => other !== member)
  }
  /** Whether the others' outcome fell as well, by so much that it is the system and not the person. */
  const didOthersFall = ({ member, numbers, days }: Suspect): boolean => {
    const others = othersOf(member)
    const rate = rateBefore(numbers, pair, others, daysBeforeRange(days, historyDays), test.least)
    const usual = (rate ?? 0) * doneByAll(numbers, input, others, days)
    return usual >= leastUsual && doneByAll(numbers, outcome, others, days) < usual * fellAlike
  }

  const suspects = here.flatMap((member) => suspectOf(member) ?? [])
  const alike = new Set(suspects.filter(didOthersFall))

  /** One note for each team, however many of it would have been flagged. */
  const noteOf = (team: SubjectIndex | null, of: readonly Suspect[]): Found[] => {
    const [first] = of
    const node = team === null ? null : roster.teamAt(team)
    if (first === undefined) return []
    const { days, numbers } = first
    const all = here.filter((member) => teamOf(member) === team && roleOf(member) === roleOf(first.member))
    const history = daysBeforeRange(days, historyDays)
    const made = doneByAll(numbers, input, all, days)
    const worked = model.workingTime.daysIn(days)
    const times = model.workingTime.daysIn(history) / Math.max(1, worked)
    const usual = (rateBefore(numbers, pair, all, history, 1) ?? 0) * made
    const came = doneByAll(numbers, outcome, all, days)
    return [
      {
        rule: rule.id,
        subject: { kind: 'team', team: node?.id ?? 'org' },
        title: node?.name ?? model.file.floor.name,
        owner: null,
        ownerName: node?.name ?? model.file.floor.name,
        team: teamIdOf(roster, team),
        since: numbers.clockOf(first.member.subject, ms).startOf(days.to - 1),
        why: {
          kind: 'everybody',
          ...pairOf({ days, worked, made, came, usual }),
          names: of.map(({ member }) => member.name),
          fell: whereItFell(numbers, outcome, team ?? orgSubject, days, history, Math.max(times, 1e-9)),
        },
      },
    ]
  }

  const teams = new Map<SubjectIndex | null, Suspect[]>()
  for (const suspect of alike) {
    const team = teamOf(suspect.member)
    teams.set(team, [...(teams.get(team) ?? []), suspect])
  }
  return [
    ...suspects
      .filter((suspect) => !alike.has(suspect))
      .map((suspect) =>
        foundOf(
          suspect.numbers,
          rule,
          suspect.member,
          ms,
          { kind: 'busy', ...pairOf(suspect), whose: suspect.whose, share: suspect.share },
          suspect.numbers.clockOf(suspect.member.subject, ms).startOf(suspect.days.to - 1),
        ),
      ),
    ...[...teams].flatMap(([team, of]) => noteOf(team, of)),
  ]
}

// What every screen and query asks for: a subject's value, goal and pace on a metric, in a window, at an instant.
import type { Awaited, Standing } from '../../wire/view-parts.ts'
import type { WindowSpec } from '../../wire/window.ts'
import type { Cell } from '../counting/counters.ts'
import type { Engine } from '../counting/engine.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { dealSorts } from '../counting/standing-facts.ts'
import { orgSubject, type SubjectIndex, spellsWithin, stayAt } from '../people/roster.ts'
import { sharedZone } from '../people/shared-zone.ts'
import type { Day, DayRange } from '../time/calendar-date.ts'
import type { Zone } from '../time/zone.ts'
import { attainmentOf, paceOf, runRateOf, shareDue, stateOf } from './attainment.ts'
import { type AwardBook, noAwards } from './award-book.ts'
import { type ChangeBook, noChanges } from './change-book.ts'
import { type ContestBook, noContests } from './contest-book.ts'
import { createGoalBook } from './goal-book.ts'
import { nothingOff, type OffBook } from './off-book.ts'
import { noPlans, type PlanBook } from './plan-book.ts'
import { noThanks, type ThanksBook } from './thanks-book.ts'
import { noTopWords, type TopWords } from './top-words.ts'

/** Whose numbers: a team with those below it, a role, or a role within a team; everybody's when both are null. */
export interface Selection {
  readonly team: SubjectIndex | null
  readonly role: string | null
}

export const everybody: Selection = { team: null, role: null }

export interface Numbers {
  readonly engine: Engine
  readonly model: FloorModel
  /** What leaders wrote. */
  readonly topWords: TopWords
  /** What was planned for each person. */
  readonly plans: PlanBook
  /** What edits made of metrics and goals. */
  readonly changes: ChangeBook
  /** What is off, for those who coach. */
  readonly off: OffBook
  /** How contests stand. */
  readonly contests: ContestBook
  /** Thanks between colleagues. */
  readonly thanks: ThanksBook
  /** Who is nominated, and who was chosen. */
  readonly awards: AwardBook
  /**
   * The same numbers as a board shows them that is about these teams or people; about the whole floor where there are none.
   * Where all its people share one zone, that zone's date picks every period, else the floor's date does.
   */
  about(subjects: readonly SubjectIndex[]): Numbers
  /** The zone whose date picks the periods, at an instant. */
  zoneAt(ms: number): Zone
  /** The date there: the same for everybody on a board, whatever date it is where they are. */
  todayAt(ms: number): Day
  /** The last date that it is anywhere on the floor: facts of an office to the east may be dated so far ahead. */
  lastDateAt(ms: number): Day
  /** The days of a window, the same for everybody on a board. */
  daysOf(window: WindowSpec, ms: number): DayRange
  /** A subject's own clock, which only says how much working time is over: a person's, the one a team shares, the floor's. */
  clockOf(subject: SubjectIndex, ms: number): Zone
  /** What the engine sums for a subject: all days of a range, for people only those within a selection. */
  cellsOf(subject: SubjectIndex, days: DayRange, within: Selection): readonly Cell[]
  /** The value of all who held a role, or held it within a team. */
  roleTotal(
    plan: MetricPlan,
    window: WindowSpec,
    ms: number,
    within: Selection & { readonly role: string },
  ): number | null
  /** Value, goal, attainment, pace and state, at an instant. */
  standingOf(
    plan: MetricPlan,
    window: WindowSpec,
    subject: SubjectIndex,
    ms: number,
    within: Selection,
  ): Standing
  /**
   * The same for a given value, such as a sum over some of a team's people. `of`: whose it is, everybody's where that is
   * left out. Where there is nothing to judge (`isJudged`), attainment, pace and state are null beside a goal.
   */
  standingFor(
    plan: MetricPlan,
    value: number | null,
    goal: number | null,
    shareGone: number,
    of?: readonly SubjectIndex[],
  ): Standing
  /**
   * Whether anything can be said for or against a value: not before a source has spoken of what the metric is about, nor
   * while history is still coming in. Where lower is better, none of nothing is no merit: one of the subjects needs a fact.
   */
  isJudged(plan: MetricPlan, value: number | null, of: readonly SubjectIndex[]): boolean
  /** Why a board of these metrics claims nothing yet; null where there is something to judge. */
  awaits(plans: readonly Pick<MetricPlan, 'about'>[]): Awaited
  /** A subject's goal for the days of a window. */
  goalOf(plan: MetricPlan, window: WindowSpec, subject: SubjectIndex, ms: number): number | null
  /** The instant (epoch ms) at which a value became what it is; a team's, when its people's last fact counted. NaN: never. */
  reachedAt(plan: MetricPlan, subject: SubjectIndex, days: DayRange, within: Selection): number
  /** Share, 0 to 1, of the working time of `days` that is over on the subject's own clock. */
  shareOver(days: DayRange, subject: SubjectIndex, ms: number): number
  /** The same of a window's days. */
  shareGone(window: WindowSpec, subject: SubjectIndex, ms: number): number
  /** The run-rate projected to the window's end; null when `runRateOf` is, and while there is nothing to judge. */
  projectionOf(
    plan: MetricPlan,
    value: number | null,
    window: WindowSpec,
    subject: SubjectIndex,
    ms: number,
  ): number | null
}

/** Works something out once for each instant: a board asks for it row by row. */
const onceAt = <T>(work: (ms: number) => T): ((ms: number) => T) => {
  let known: { readonly at: number; readonly value: T } | null = null
  return (ms) => {
    if (known?.at !== ms) known = { at: ms, value: work(ms) }
    return known.value
  }
}

const wholeOrg: readonly SubjectIndex[] = [orgSubject]

/** `historyComing`: whether a source is still sending its past, so that sums are parts of themselves. */
export const createNumbers = (
  engine: Engine,
  historyComing: () => boolean = () => false,
  topWords: TopWords = noTopWords,
  plans: PlanBook = noPlans,
  changes: ChangeBook = noChanges,
  off: OffBook = nothingOff,
  contests: ContestBook = noContests,
  thanks: ThanksBook = noThanks,
  awards: AwardBook = noAwards,
): Numbers => {
  const { model } = engine
  const { roster, calendar, workingTime } = model
  const goals = createGoalBook(model, plans)

  const zones = [...new Set([roster.floorZone, ...roster.teams.map(({ zone }) => zone)])]
  const lastDateAt = onceAt((ms) => Math.max(...zones.map((zone) => zone.dayAt(ms))))

  const teamClocks = onceAt((_ms) => new Map<SubjectIndex, Zone>())
  const clockOf = (subject: SubjectIndex, ms: number): Zone => {
    const member = roster.personAt(subject)
    if (member) return stayAt(member, ms).zone
    const team = roster.teamAt(subject)
    if (!team) return roster.floorZone
    const clock = teamClocks(ms).get(subject) ?? sharedZone(roster, [subject], ms) ?? team.zone
    teamClocks(ms).set(subject, clock)
    return clock
  }

  /** Each share of a range, in a zone, at an instant is worked out once. */
  const shares = onceAt((_ms) => new Map<string, number>())
  const shareOver = (days: DayRange, subject: SubjectIndex, ms: number): number => {
    const zone = clockOf(subject, ms)
    const key = `${zone.id} ${days.from} ${days.to}`
    const share = shares(ms).get(key) ?? workingTime.shareGone(days, zone, ms)
    shares(ms).set(key, share)
    return share
  }

  const cellsOf = (subject: SubjectIndex, days: DayRange, within: Selection): readonly Cell[] => {
    const member = within === everybody ? null : roster.personAt(subject)
    if (!member) return [{ subject, days }]
    return spellsWithin(member, days, within, roster.teamAt).map((spell) => ({ subject, days: spell }))
  }

  /** Of deals any will do: where some are open, none won is a result. */
  const isHeard = ({ about }: Pick<MetricPlan, 'about'>): boolean => {
    const heard = about.some((sort) => sort !== 'activity') ? [...about, ...dealSorts] : about
    return engine.standingFacts.has(heard, orgSubject)
  }
  const isJudged: Numbers['isJudged'] = (plan, value, of) => {
    if (historyComing() || !isHeard(plan)) return false
    if (plan.metric.better === 'higher' || value !== 0) return true
    return of.some((subject) => engine.standingFacts.has(plan.about, subject))
  }

  const standingFor: Numbers['standingFor'] = (plan, value, goal, share, of = wholeOrg) => {
    const { better } = plan.metric
    if (goal !== null && !isJudged(plan, value, of))
      return { value, goal, attainment: null, pace: null, state: null }
    const pace = paceOf(goal, shareDue(share), plan.additive, better)
    return {
      value,
      goal,
      attainment: attainmentOf(value, goal, better),
      pace,
      state: stateOf(value, goal, pace, better),
    }
  }

  const reachedAt = (plan: MetricPlan, subject: SubjectIndex, days: DayRange, within: Selection): number => {
    const team = roster.teamAt(subject)
    const cells = team
      ? roster.people.flatMap((member) => cellsOf(member.subject, days, { team: subject, role: within.role }))
      : cellsOf(subject, days, within)
    return engine.reachedAt(plan.index, cells) ?? Number.NaN
  }

  const about = (subjects: readonly SubjectIndex[]): Numbers => {
    const zoneAt = onceAt((ms) => sharedZone(roster, subjects, ms) ?? roster.floorZone)
    const todayAt = onceAt((ms) => zoneAt(ms).dayAt(ms))

    /** For each window the days of the date last asked for. */
    const resolved = new WeakMap<WindowSpec, { readonly today: Day; readonly days: DayRange }>()
    const daysOf = (window: WindowSpec, ms: number): DayRange => {
      const today = todayAt(ms)
      const known = resolved.get(window)
      if (known?.today === today) return known.days
      const days = calendar.resolve(window, today)
      resolved.set(window, { today, days })
      return days
    }

    const shareGone = (window: WindowSpec, subject: SubjectIndex, ms: number): number =>
      shareOver(daysOf(window, ms), subject, ms)

    const goalOf = (plan: MetricPlan, window: WindowSpec, subject: SubjectIndex, ms: number): number | null =>
      goals.goalOf(plan.metric.id, window, subject, daysOf(window, ms), todayAt(ms))

    return {
      engine,
      model,
      topWords,
      changes,
      off,
      contests,
      thanks,
      awards,
      plans,
      about,
      zoneAt,
      todayAt,
      lastDateAt,
      daysOf,
      clockOf,
      cellsOf,
      reachedAt,
      shareOver,
      shareGone,
      standingFor,
      isJudged,
      awaits: (plans) => {
        if (plans.length === 0) return null
        if (historyComing()) return 'history'
        return plans.some(isHeard) ? null : 'first fact'
      },
      goalOf,
      roleTotal: (plan, window, ms, within) => {
        const days = daysOf(window, ms)
        const cells = roster.people.flatMap(({ subject }) => cellsOf(subject, days, within))
        return engine.value(plan.index, cells, { role: within.role, of: within.team ?? orgSubject })
      },
      standingOf: (plan, window, subject, ms, within) => {
        const value = engine.value(plan.index, cellsOf(subject, daysOf(window, ms), within))
        return standingFor(plan, value, goalOf(plan, window, subject, ms), shareGone(window, subject, ms), [
          subject,
        ])
      },
      projectionOf: (plan, value, window, subject, ms) =>
        isJudged(plan, value, [subject])
          ? runRateOf(value, shareGone(window, subject, ms), plan.additive)
          : null,
    }
  }

  return about([])
}

// What every screen and query asks for: a subject's value, goal and pace on a metric, in a window, at an instant.
import type { Awaited, Standing } from '../../wire/view-parts.ts'
import type { WindowSpec } from '../../wire/window.ts'
import type { Cell } from '../counting/counters.ts'
import type { Engine } from '../counting/engine.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { dealSorts } from '../counting/standing-facts.ts'
import { dayOfStay, orgSubject, type SubjectIndex, spellsWithin, stayAt } from '../people/roster.ts'
import type { Day, DayRange } from '../time/calendar-date.ts'
import type { Zone } from '../time/zone.ts'
import { attainmentOf, paceOf, runRateOf, stateOf } from './attainment.ts'
import { createGoalBook } from './goal-book.ts'

/** Whose numbers: a team with those below it, a role, or a role within a team; everybody's when both are null. */
export interface Selection {
  readonly team: SubjectIndex | null
  readonly role: string | null
}

/** The days of a window and the date within them, for boards that show everybody the same days. */
export interface Frame {
  readonly days: DayRange
  readonly today: Day
}

export const everybody: Selection = { team: null, role: null }

export interface Numbers {
  readonly engine: Engine
  readonly model: FloorModel
  /** A subject's own zone at an instant: a person's office, a team's, else the floor's. */
  zoneOf(subject: SubjectIndex, ms: number): Zone
  /** The date at an instant where the subject is. */
  todayOf(subject: SubjectIndex, ms: number): Day
  /** The days of a window as the subject's office counts them. */
  daysOf(window: WindowSpec, subject: SubjectIndex, ms: number): DayRange
  /** `daysOf` and `todayOf`. */
  frameOf(window: WindowSpec, subject: SubjectIndex, ms: number): Frame
  /** What the engine sums for a subject: all days of a range, for people only those within a selection. */
  cellsOf(subject: SubjectIndex, days: DayRange, within: Selection): readonly Cell[]
  /** The value of all who held a role, or held it within a team, each in their own window's days. */
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
  goalOf(plan: MetricPlan, window: WindowSpec, subject: SubjectIndex, ms: number): number | null
  /** The instant (epoch ms) at which a value became what it is; a team's, when its people's last fact counted. NaN: never. */
  reachedAt(plan: MetricPlan, subject: SubjectIndex, days: DayRange, within: Selection): number
  /** The goal for given days instead of the subject's own, for boards that draw everybody on one axis. */
  goalIn(plan: MetricPlan, window: WindowSpec, subject: SubjectIndex, frame: Frame): number | null
  /** Share, 0 to 1, of the working time of `days` that is over on the subject's own clock. */
  shareOver(days: DayRange, subject: SubjectIndex, ms: number): number
  /** Share, 0 to 1, of a window's working time that is over for a subject. */
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

const wholeOrg: readonly SubjectIndex[] = [orgSubject]

/** `historyComing`: whether a source is still sending its past, so that sums are parts of themselves. */
export const createNumbers = (engine: Engine, historyComing: () => boolean = () => false): Numbers => {
  const { model } = engine
  const { roster, calendar, workingTime } = model
  const goals = createGoalBook(model)
  /** A board asks for pace row by row: each share of a range, in a zone, at an instant is worked out once. */
  const shares = new Map<string, number>()
  let sharesAt = Number.NaN

  const zoneOf = (subject: SubjectIndex, ms: number): Zone => {
    const member = roster.personAt(subject)
    return member ? stayAt(member, ms).zone : (roster.teamAt(subject)?.zone ?? roster.floorZone)
  }
  const todayOf = (subject: SubjectIndex, ms: number): Day => {
    const member = roster.personAt(subject)
    return member ? dayOfStay(stayAt(member, ms), ms) : zoneOf(subject, ms).dayAt(ms)
  }
  /** A board asks for the same window row by row; its people's dates are at most two or three. */
  const resolved = new WeakMap<WindowSpec, Map<Day, DayRange>>()
  const daysOf = (window: WindowSpec, subject: SubjectIndex, ms: number): DayRange => {
    const today = todayOf(subject, ms)
    const known = resolved.get(window)
    const days = known?.get(today) ?? calendar.resolve(window, today)
    if (!known || known.size > 2) resolved.set(window, new Map([[today, days]]))
    else known.set(today, days)
    return days
  }

  const frameOf = (window: WindowSpec, subject: SubjectIndex, ms: number): Frame => ({
    days: daysOf(window, subject, ms),
    today: todayOf(subject, ms),
  })

  const shareOver = (days: DayRange, subject: SubjectIndex, ms: number): number => {
    if (ms !== sharesAt) {
      shares.clear()
      sharesAt = ms
    }
    const zone = zoneOf(subject, ms)
    const key = `${zone.id} ${days.from} ${days.to}`
    const known = shares.get(key)
    if (known !== undefined) return known
    const share = workingTime.shareGone(days, zone, ms)
    shares.set(key, share)
    return share
  }
  const shareGone = (window: WindowSpec, subject: SubjectIndex, ms: number): number =>
    shareOver(daysOf(window, subject, ms), subject, ms)

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
    const pace = paceOf(goal, share, plan.additive, better)
    return {
      value,
      goal,
      attainment: attainmentOf(value, goal, better),
      pace,
      state: stateOf(value, goal, pace, better),
    }
  }

  const goalIn = (
    plan: MetricPlan,
    window: WindowSpec,
    subject: SubjectIndex,
    { days, today }: Frame,
  ): number | null => goals.goalOf(plan.metric.id, window, subject, days, today)

  const goalOf = (plan: MetricPlan, window: WindowSpec, subject: SubjectIndex, ms: number): number | null =>
    goalIn(plan, window, subject, frameOf(window, subject, ms))

  const reachedAt = (plan: MetricPlan, subject: SubjectIndex, days: DayRange, within: Selection): number => {
    const team = roster.teamAt(subject)
    const cells = team
      ? roster.people.flatMap((member) => cellsOf(member.subject, days, { team: subject, role: within.role }))
      : cellsOf(subject, days, within)
    return engine.reachedAt(plan.index, cells) ?? Number.NaN
  }

  return {
    engine,
    model,
    reachedAt,
    zoneOf,
    todayOf,
    daysOf,
    cellsOf,
    frameOf,
    shareOver,
    shareGone,
    standingFor,
    isJudged,
    awaits: (plans) => {
      if (plans.length === 0) return null
      if (historyComing()) return 'history'
      return plans.some(isHeard) ? null : 'first fact'
    },
    goalIn,
    goalOf,
    roleTotal: (plan, window, ms, within) => {
      const cells = roster.people.flatMap(({ subject }) =>
        cellsOf(subject, daysOf(window, subject, ms), within),
      )
      return engine.value(plan.index, cells, { role: within.role, of: within.team ?? orgSubject })
    },
    standingOf: (plan, window, subject, ms, within) => {
      const value = engine.value(plan.index, cellsOf(subject, daysOf(window, subject, ms), within))
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

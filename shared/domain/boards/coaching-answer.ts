// What a manager and a rep see of the rep's formula.
import type { CoachingAnswer, CoachingList, CoachingPoint, NoPlan, StepReading } from '../../wire/coaching.ts'
import type { Plan } from '../../wire/plan.ts'
import { coachingPointOf, readSteps } from '../formula/coaching-point.ts'
import { drawPlan, historyBefore, isPlan, type NeedFrom, periodOf } from '../formula/draw-plan.ts'
import { type CompiledFormula, compileFormula } from '../formula/formula-steps.ts'
import { type Conversions, createConversions, unloggedBefore } from '../formula/known-rates.ts'
import { liveNeed } from '../formula/live-need.ts'
import { ownDaysIn } from '../people/own-days.ts'
import { type Member, roleOn, stayAt } from '../people/roster.ts'
import { wholeAmount } from '../standing/attainment.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { planGoal } from '../standing/plan-goal.ts'
import { type Day, type DayRange, intersect, parseDay } from '../time/calendar-date.ts'
import { viewMetric, viewWindow } from './board-head.ts'
import { createFaces } from './face.ts'

/** Somebody whose role has a formula today. */
interface Coached {
  readonly member: Member
  readonly compiled: CompiledFormula
}

/** What everybody of a role is read by at one instant; worked out once for all of them. */
interface RoleReading {
  readonly period: DayRange
  readonly history: DayRange
  readonly now: Conversions
  readonly past: Conversions
}

const today = { kind: 'period', grain: 'day', offset: 0 } as const
const nothing: CoachingPoint = { kind: 'too little to tell' }

/** Null where somebody is not here, or their role has no formula. */
export const coachedOf = (numbers: Numbers, person: string, ms: number): Coached | null => {
  const { roster, file } = numbers.model
  const member = roster.people.find(({ id }) => id === person)
  if (!member) return null
  const day = numbers.about([member.subject]).todayAt(ms)
  const role = roleOn(member, day)
  const formula = file.formulas.find((each) => each.role === role)
  const compiled = formula ? compileFormula(numbers.model, formula) : null
  return compiled && day >= member.employed.from && day < member.employed.to ? { member, compiled } : null
}

const roleReading = (numbers: Numbers, compiled: CompiledFormula, ms: number): RoleReading => {
  const period = numbers.daysOf(periodOf(compiled), ms)
  const history = historyBefore(numbers, compiled, period)
  const soFar = intersect(period, { from: period.from, to: numbers.todayAt(ms) + 1 })
  return {
    period,
    history,
    now: createConversions(numbers, compiled, soFar),
    past: createConversions(numbers, compiled, history),
  }
}

const readingsOf = (
  numbers: Numbers,
  { member, compiled }: Coached,
  { now, past, history }: RoleReading,
): readonly StepReading[] => readSteps(numbers.model.roster.people, compiled, { member, now, past, history })

/** The version that holds today. */
const planOn = (numbers: Numbers, { member }: Coached, day: Day): Plan | null =>
  numbers.plans.on(member.id, day)

const whyNone = (
  numbers: Numbers,
  { member, compiled }: Coached,
  { history, past }: RoleReading,
  ms: number,
): NoPlan => {
  const conversionsIn = (days: DayRange): Conversions =>
    days.from === history.from && days.to === history.to ? past : createConversions(numbers, compiled, days)
  const drawn = drawPlan(numbers, compiled, { member, ms, version: 1, reason: null, conversionsIn })
  return isPlan(drawn) ? { kind: 'not yet' } : drawn
}

const whoOf = (numbers: Numbers, { member, compiled }: Coached, ms: number): CoachingAnswer['who'] => {
  const { roster, file } = numbers.model
  const { team } = stayAt(member, ms)
  return {
    id: member.id,
    face: createFaces(roster)([member], ms)(member, roster.people.indexOf(member)),
    role: file.roles.find(({ id }) => id === compiled.formula.role)?.name ?? compiled.formula.role,
    team: team === null ? null : roster.nameOf(team),
  }
}

const openOf = (numbers: Numbers, { member, compiled }: Coached, period: DayRange): number[] =>
  compiled.steps.map(({ open }) => {
    const within = { team: null, role: compiled.formula.role }
    return open ? (numbers.engine.value(open.index, numbers.cellsOf(member.subject, period, within)) ?? 0) : 0
  })

/** At an instant, epoch ms. Null where the person is not here, or their role has no formula. */
export const answerCoaching = (
  floorNumbers: Numbers,
  person: string,
  ms: number,
  mayPlan: boolean,
): CoachingAnswer | null => {
  const coached = coachedOf(floorNumbers, person, ms)
  if (!coached) return null
  const { member, compiled } = coached
  const numbers = floorNumbers.about([member.subject])
  const day = numbers.todayAt(ms)
  const reading = roleReading(numbers, compiled, ms)
  const readings = readingsOf(numbers, coached, reading)
  const plan = planOn(numbers, coached, day)
  const { workingTime } = numbers.model
  const live = plan ? liveNeed(numbers, compiled, member, plan, ms) : null
  const since = { from: plan ? parseDay(plan.holdsFrom) : reading.period.from, to: day + 1 }
  return {
    who: whoOf(numbers, coached, ms),
    window: viewWindow(numbers, periodOf(compiled), ms),
    metrics: compiled.steps.map(({ plan: metric }) => viewMetric(metric)),
    plans: plan ? numbers.plans.of(person).filter(({ from }) => from === plan.from) : [],
    none: plan ? null : whyNone(numbers, coached, reading, ms),
    today: compiled.steps.map(({ plan: metric }) => {
      const asked = plan && planGoal(plan, metric.metric.id, member, workingTime, { from: day, to: day + 1 })
      const value = numbers.engine.value(metric.index, [
        { subject: member.subject, days: { from: day, to: day + 1 } },
      ])
      const goal = asked === null ? null : wholeAmount(asked, metric.metric.unit)
      return numbers.standingFor(metric, value, goal, numbers.shareGone(today, member.subject, ms), [
        member.subject,
      ])
    }),
    done: {
      days: ownDaysIn(member, workingTime, since),
      amounts: compiled.steps.map(
        ({ plan: metric }) =>
          numbers.engine.value(metric.index, numbers.cellsOf(member.subject, since, everybody)) ?? 0,
      ),
    },
    live: live && {
      won: live.won,
      open: openOf(numbers, coached, reading.period),
      days: live.days,
      needs: [...live.needs],
    },
    readings: [...readings],
    point: coachingPointOf(readings),
    unlogged: [...unloggedBefore(numbers, compiled, member, reading.history)],
    mayPlan,
  }
}

const aDay = (need: NeedFrom): number | null => (need.days === 0 ? null : (need.needs[0] ?? 0) / need.days)

/** Those of these people whose role has a formula, in the order of the floor file. */
export const listCoaching = (numbers: Numbers, people: readonly string[], ms: number): CoachingList => {
  const readingOf = new Map<string, RoleReading>()
  return {
    people: people.flatMap((person) => {
      const coached = coachedOf(numbers, person, ms)
      if (!coached) return []
      const { member, compiled } = coached
      const { role } = compiled.formula
      const reading = readingOf.get(role) ?? roleReading(numbers, compiled, ms)
      readingOf.set(role, reading)
      const readings = readingsOf(numbers, coached, reading)
      const point = readings.length === 0 ? nothing : coachingPointOf(readings)
      const plan = planOn(numbers, coached, numbers.about([member.subject]).todayAt(ms))
      const link = 'link' in point ? point.link : null
      const [from, metric] = link === null ? [] : [compiled.steps[link], compiled.steps[link + 1]]
      const need = plan && liveNeed(numbers, compiled, member, plan, ms)
      const [first] = compiled.steps
      return [
        {
          ...whoOf(numbers, coached, ms),
          none: plan ? null : whyNone(numbers, coached, reading, ms),
          point,
          step: from && metric ? { metric: viewMetric(metric.plan), from: viewMetric(from.plan) } : null,
          planned: plan ? (plan.steps[0]?.need ?? 0) / plan.days : null,
          needed: need && aDay(need),
          first: first ? viewMetric(first.plan) : null,
        },
      ]
    }),
  }
}

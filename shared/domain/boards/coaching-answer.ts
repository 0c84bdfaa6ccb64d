// What a manager and a rep see of the rep's formula.
import type { CoachingAnswer, CoachingList, NoPlan, StepReading } from '../../wire/coaching.ts'
import type { Plan } from '../../wire/plan.ts'
import { coachingPointOf, readSteps } from '../formula/coaching-point.ts'
import { correctedRates } from '../formula/corrected-rates.ts'
import { drawPlan, historyBefore, isPlan, type NeedFrom, periodOf } from '../formula/draw-plan.ts'
import { type CompiledFormula, compileFormula } from '../formula/formula-steps.ts'
import { type ConversionsOf, rememberConversions, unloggedBefore } from '../formula/known-rates.ts'
import { liveNeed } from '../formula/live-need.ts'
import { ownDaysIn } from '../people/own-days.ts'
import { type Member, roleOn, stayAt, stayOn } from '../people/roster.ts'
import { wholeAmount } from '../standing/attainment.ts'
import type { Numbers } from '../standing/numbers.ts'
import { planGoal } from '../standing/plan-goal.ts'
import { type Day, formatDay, includes, intersect, parseDay } from '../time/calendar-date.ts'
import { viewMetric, viewWindow } from './board-head.ts'
import { createFaces } from './face.ts'

/** Somebody whose role has a formula today. */
interface Coached {
  readonly member: Member
  readonly compiled: CompiledFormula
  /** The date where they are. */
  readonly day: Day
}

const coachedAs = (numbers: Numbers, member: Member, ms: number): Coached | null => {
  const day = numbers.about([member.subject]).todayAt(ms)
  const role = roleOn(member, day)
  const formula = numbers.model.file.formulas.find((each) => each.role === role)
  const compiled = formula && includes(member.employed, day) ? compileFormula(numbers.model, formula) : null
  return compiled && { member, compiled, day }
}

/** Null where somebody is not here, or their role has no formula. */
export const coachedOf = (numbers: Numbers, person: string, ms: number): Coached | null => {
  const { roster } = numbers.model
  const subject = roster.subjectOf(person)
  const member = subject === null ? null : roster.personAt(subject)
  return member && coachedAs(numbers, member, ms)
}

/** All who are here and whose role has a formula, in the order of the floor file. */
export const coachedPeople = (numbers: Numbers, ms: number): readonly Coached[] =>
  numbers.model.roster.people.flatMap((member) => coachedAs(numbers, member, ms) ?? [])

const readingsOf = (
  numbers: Numbers,
  conversionsOf: ConversionsOf,
  { member, compiled }: Coached,
  ms: number,
): readonly StepReading[] => {
  const period = numbers.daysOf(periodOf(compiled), ms)
  const history = historyBefore(numbers, compiled, period)
  const soFar = intersect(period, { from: period.from, to: numbers.todayAt(ms) + 1 })
  const read = readSteps(numbers.model, compiled, {
    member,
    now: conversionsOf(compiled, soFar),
    past: conversionsOf(compiled, history),
    history,
  })
  return read.map(({ counted: { made, from }, ...reading }) => ({
    ...reading,
    counted: { made: viewMetric(made), from: viewMetric(from) },
  }))
}

/** The whole period before this one, to be held beside it. */
const lastPeriodOf = (
  numbers: Numbers,
  conversionsOf: ConversionsOf,
  { member, compiled }: Coached,
  ms: number,
): CoachingAnswer['last'] => {
  const window = { ...periodOf(compiled), offset: -1 } as const
  const conversions = conversionsOf(compiled, numbers.daysOf(window, ms))
  const counts = compiled.steps.slice(1).flatMap((_, link) => conversions.of(link, member, 'own') ?? [])
  return counts.some(({ attempts }) => attempts > 0)
    ? { label: numbers.model.calendar.label(window, numbers.todayAt(ms)), counts }
    : null
}

const whyNone = (
  numbers: Numbers,
  conversionsOf: ConversionsOf,
  { member, compiled }: Coached,
  ms: number,
): NoPlan => {
  const drawn = drawPlan(numbers, compiled, { member, ms, version: 1, reason: null, conversionsOf })
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

/** Whether a plan's steps are those of the role that somebody has by now: who changed roles may have a plan of other ones. */
const isOfSteps = ({ steps }: Plan, compiled: CompiledFormula): boolean =>
  steps.length === compiled.steps.length &&
  steps.every(({ metric }, index) => compiled.steps[index]?.plan.metric.id === metric)

/** Where somebody came from since their plan began to hold: their last role, else their last team. */
const movedSince = (
  numbers: Numbers,
  { member, compiled, day }: Coached,
  plan: Plan,
): CoachingAnswer['moved'] => {
  const holds = parseDay(plan.holdsFrom)
  const isSince = (from: Day): boolean => from > holds && from <= day
  const { file, roster } = numbers.model
  const role = member.roles.findLast(({ from }) => isSince(from))
  if (plan.role !== compiled.formula.role && role !== undefined)
    return {
      what: 'role',
      from: file.roles.find(({ id }) => id === plan.role)?.name ?? plan.role,
      on: formatDay(role.from),
    }
  const stay = member.stays.findLast(({ days }) => isSince(days.from))
  const before = stay && stayOn(member, stay.days.from - 1).team
  return stay === undefined || before == null || before === stay.team
    ? null
    : { what: 'team', from: roster.nameOf(before), on: formatDay(stay.days.from) }
}

/** What a page says of somebody's formula; the boards of a one-to-one stand beside it. */
export type CoachedAnswer = Omit<CoachingAnswer, 'boards'>

/** At an instant, epoch ms. Null where the person is not here, or their role has no formula. */
export const answerCoaching = (
  floorNumbers: Numbers,
  person: string,
  ms: number,
  mayPlan: boolean,
): CoachedAnswer | null => {
  const coached = coachedOf(floorNumbers, person, ms)
  if (!coached) return null
  const { member, compiled, day } = coached
  const numbers = floorNumbers.about([member.subject])
  const conversionsOf = rememberConversions(numbers)
  const readings = readingsOf(numbers, conversionsOf, coached, ms)
  const plan = numbers.plans.on(person, day)
  const { workingTime } = numbers.model
  const period = numbers.daysOf(periodOf(compiled), ms)
  const ofToday = { from: day, to: day + 1 }
  const live = plan && isOfSteps(plan, compiled) ? liveNeed(numbers, compiled, member, plan, ms) : null
  // What they did in another role is no part of this chain, nor are the days on which they had it.
  const since = numbers.cellsOf(
    member.subject,
    { from: plan ? parseDay(plan.holdsFrom) : period.from, to: day + 1 },
    { team: null, role: compiled.formula.role },
  )
  return {
    who: whoOf(numbers, coached, ms),
    window: viewWindow(numbers, periodOf(compiled), ms),
    metrics: compiled.steps.map(({ plan: metric }) => viewMetric(metric)),
    plans: plan ? numbers.plans.of(person).filter(({ from }) => from === plan.from) : [],
    corrected:
      plan && isOfSteps(plan, compiled) && plan.role === compiled.formula.role
        ? [...correctedRates(conversionsOf, compiled, member, plan)]
        : [],
    none: plan ? null : whyNone(numbers, conversionsOf, coached, ms),
    today: compiled.steps.map(({ plan: metric }) => {
      const asked = plan && planGoal(plan, metric.metric.id, member, workingTime, ofToday)
      const value = numbers.engine.value(metric.index, [{ subject: member.subject, days: ofToday }])
      const goal = asked === null ? null : wholeAmount(asked, metric.metric.unit)
      return numbers.standingFor(metric, value, goal, numbers.shareOver(ofToday, member.subject, ms), [
        member.subject,
      ])
    }),
    done: {
      days: since.reduce((sum, { days }) => sum + ownDaysIn(member, workingTime, days), 0),
      amounts: compiled.steps.map(({ plan: metric }) => numbers.engine.value(metric.index, since) ?? 0),
    },
    live: live && { ...live, open: [...live.open], needs: [...live.needs] },
    readings: [...readings],
    last: lastPeriodOf(numbers, conversionsOf, coached, ms),
    point: coachingPointOf(readings),
    unlogged: [...unloggedBefore(numbers, compiled, member, historyBefore(numbers, compiled, period))],
    moved: plan && movedSince(numbers, coached, plan),
    mayPlan,
  }
}

const aDay = (need: NeedFrom): number | null => (need.days === 0 ? null : (need.needs[0] ?? 0) / need.days)

/** What a list of whom to coach says of their formula; what was talked about stands beside it. */
export type CoachedLine = Omit<CoachingList['people'][number], 'talk'>

/** Those of these people whose role has a formula, in the order of the floor file. */
export const listCoaching = (
  numbers: Numbers,
  people: readonly string[],
  ms: number,
): readonly CoachedLine[] => {
  const conversionsOf = rememberConversions(numbers)
  return people.flatMap((person) => {
    const coached = coachedOf(numbers, person, ms)
    if (!coached) return []
    const { member, compiled, day } = coached
    const point = coachingPointOf(readingsOf(numbers, conversionsOf, coached, ms))
    const plan = numbers.plans.on(person, day)
    const link = 'link' in point ? point.link : null
    const [from, metric] = link === null ? [] : [compiled.steps[link], compiled.steps[link + 1]]
    const need = plan && isOfSteps(plan, compiled) ? liveNeed(numbers, compiled, member, plan, ms) : null
    const [first] = compiled.steps
    return [
      {
        ...whoOf(numbers, coached, ms),
        none: plan ? null : whyNone(numbers, conversionsOf, coached, ms),
        point,
        step: from && metric ? { metric: viewMetric(metric.plan), from: viewMetric(from.plan) } : null,
        planned: plan ? (plan.steps[0]?.need ?? 0) / plan.days : null,
        needed: need && aDay(need),
        first: first ? viewMetric(first.plan) : null,
      },
    ]
  })
}

// A person's own numbers: what they have a goal for in a window that runs, and what else they have done.
import type { OwnNumber, OwnNumbersAnswer } from '../../wire/own-numbers.ts'
import { parseWindow, type WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { Member, SubjectIndex } from '../people/roster.ts'
import { wholeAmount } from '../standing/attainment.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { createStreaks, leastStreakDays, mostStreakDays } from '../standing/streak.ts'
import { includes } from '../time/calendar-date.ts'
import { createFormat } from '../words/format.ts'
import { viewMetric, viewWindow } from './board-head.ts'
import { createFaces } from './face.ts'
import { ownWindow } from './metric-answer.ts'

/** Goals of a day are what can still be done something about. */
const grains = ['day', 'week', 'month', 'quarter', 'year'] as const

const lengthOf = (window: WindowSpec): number =>
  window.kind === 'period' ? grains.indexOf(window.grain) : grains.length

/** A goal that is written for the last or the next period is one for the current period too. */
const current = (window: WindowSpec): WindowSpec =>
  window.kind === 'period' ? { ...window, offset: 0 } : window

/** The windows for which the floor has goals of a metric, each once. */
const goalWindows = ({ model }: Numbers, { metric }: MetricPlan): readonly WindowSpec[] => {
  const windows = model.file.goals.flatMap((goal) => {
    const window = goal.metric === metric.id ? parseWindow(goal.window) : null
    return window === null ? [] : [current(window)]
  })
  return [...new Map(windows.map((window) => [JSON.stringify(window), window])).values()]
}

interface Asked {
  readonly plan: MetricPlan
  readonly window: WindowSpec
}

const askedWithGoals = (numbers: Numbers, subject: SubjectIndex, ms: number): Asked[] => {
  const today = numbers.todayAt(ms)
  return numbers.model.metrics
    .flatMap((plan) => goalWindows(numbers, plan).map((window) => ({ plan, window })))
    .filter(({ plan, window }) => {
      const isOver = window.kind === 'range' && !includes(numbers.daysOf(window, ms), today)
      return !isOver && numbers.goalOf(plan, window, subject, ms) !== null
    })
    .sort((a, b) => lengthOf(a.window) - lengthOf(b.window))
}

const streakOf = (numbers: Numbers, plan: MetricPlan, member: Member, ms: number): OwnNumber['streak'] => {
  if (plan.metric.better !== 'higher') return null
  const days = createStreaks(numbers, plan).of(member, ms)?.days ?? 0
  return days >= leastStreakDays ? { days, capped: days >= mostStreakDays } : null
}

const numberOf = (
  numbers: Numbers,
  { plan, window }: Asked,
  member: Member,
  ms: number,
): Omit<OwnNumber, 'streak'> => {
  const { subject } = member
  const format = createFormat(numbers.model.file.floor)
  const { unit, better } = plan.metric
  const standing = numbers.standingOf(plan, window, subject, ms, everybody)
  const { value, goal, pace } = standing
  const adds = plan.additive && better === 'higher' && value !== null
  const left = adds && goal !== null ? wholeAmount(goal - value, unit) : 0
  const ahead = adds && pace !== null ? value - wholeAmount(pace, unit) : null
  return {
    ...standing,
    metric: viewMetric(plan),
    window: viewWindow(numbers, window, ms),
    words: {
      value: format.value(value, unit),
      goal: goal === null ? null : format.value(goal, unit),
    },
    left: left > 0 ? { amount: left, words: format.value(left, unit) } : null,
    ahead: ahead === null ? null : { amount: ahead, words: format.value(Math.abs(ahead), unit) },
  }
}

/**
 * The numbers of one person (their id in the floor file) at an instant, epoch ms. By the date of their own zone. Metrics
 * for which they have no goal follow in the metric's own window, where they have any value there but 0.
 */
export const answerOwnNumbers = (
  floorNumbers: Numbers,
  person: string | null,
  ms: number,
): OwnNumbersAnswer => {
  const { roster, metrics: plans } = floorNumbers.model
  const subject = person === null ? null : roster.subjectOf(person)
  const member = subject === null ? null : roster.personAt(subject)
  if (subject === null || member === null) return { person: null, awaits: null, numbers: [] }
  const numbers = floorNumbers.about([subject])
  const withGoals = askedWithGoals(numbers, subject, ms)
  const others = plans
    .filter((plan) => !withGoals.some((asked) => asked.plan === plan))
    .map((plan) => numberOf(numbers, { plan, window: ownWindow(plan) }, member, ms))
    .filter(({ value }) => (value ?? 0) !== 0)
    .map((number) => ({ ...number, streak: null }))
  const face = createFaces(roster)([member], ms)(member, roster.people.indexOf(member))
  return {
    person: face,
    awaits: numbers.awaits(plans),
    numbers: [
      ...withGoals.map((asked, nth) => ({
        ...numberOf(numbers, asked, member, ms),
        // One for a metric, beside the shortest of its goals: they stand in that order.
        streak:
          withGoals.findIndex(({ plan }) => plan === asked.plan) === nth
            ? streakOf(numbers, asked.plan, member, ms)
            : null,
      })),
      ...others,
    ],
  }
}

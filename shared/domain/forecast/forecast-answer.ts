// The forecast of a team or the whole floor, as those get it who see its numbers. What is forecast is what its board of
// results shows: its metric, its period.
import type {
  ForecastAnswer,
  ForecastMethod,
  ForecastPeriod,
  ForecastRange,
  NoForecast,
} from '../../wire/forecast.ts'
import type { WindowSpec } from '../../wire/window.ts'
import { viewMetric, viewWindow } from '../boards/board-head.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { orgSubject, type SubjectIndex, stayAt } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type Day, type DayRange, includes } from '../time/calendar-date.ts'
import type { DealLife } from './deal-days.ts'
import { type Forecast, forecast, type LookedBack, type Said } from './forecast.ts'
import { createForecastPast } from './forecast-past.ts'
import type { KeptDeals } from './kept-deals.ts'
import type { RestsOn } from './methods.ts'

export interface ForecastAsk {
  /** Null is the whole floor. */
  readonly team: string | null
  readonly period: ForecastPeriod
  /** Those that may be asked for. */
  readonly teams: ForecastAnswer['teams']
  /** Null until all of them are read. */
  readonly deals: KeptDeals | null
  readonly isHistoryComing: boolean
  /** Epoch ms. */
  readonly ms: number
}

/** Nothing older is looked at: three years hold eight quarters and a year before the first of them. */
const longestHistory = 3 * 366

interface Results {
  readonly plan: MetricPlan
  readonly grain: 'month' | 'quarter'
}

/** Of the team's own board of results, else of one about everybody, else of any. */
const resultsOf = ({ model }: Numbers, team: string | null): Results | null => {
  const boards = model.file.boards.flatMap((board) => (board.kind === 'results' ? [board] : []))
  const board =
    boards.find(({ scope }) => team !== null && scope.team === team) ??
    boards.find(({ scope }) => scope.team === undefined) ??
    boards[0]
  const plan = board && model.metric(board.metric)
  return board && plan ? { plan, grain: board.period } : null
}

const isOnePerson = (
  { model: { roster } }: Numbers,
  subject: SubjectIndex,
  today: Day,
  ms: number,
): boolean =>
  roster.people.filter((member) => {
    if (!includes(member.employed, today)) return false
    const { team } = stayAt(member, ms)
    return subject === orgSubject || (team !== null && roster.teamAt(team)?.chain.includes(subject) === true)
  }).length < 2

/** In the metric's unit: a count of wins has no use for their money. */
const inUnit = (deals: readonly DealLife[], { metric }: MetricPlan): readonly DealLife[] =>
  metric.unit === 'money'
    ? deals
    : deals.map((deal) => ({ ...deal, amountMinor: deal.wonOn === null ? null : 1 }))

const atLeast = (least: number, { p10, p50, p90 }: ForecastRange): ForecastRange => ({
  p10: Math.max(least, p10),
  p50: Math.max(least, p50),
  p90: Math.max(least, p90),
})

const placeOf = (stage: string | null, order: readonly string[]): number => {
  const place = stage === null ? -1 : order.indexOf(stage)
  return place < 0 ? order.length : place
}

/** `order`: the floor's stages, in which they are named. */
const onOf = (on: RestsOn, order: readonly string[]): ForecastMethod['on'] => {
  switch (on.method) {
    case 'run-rate':
      return on
    case 'pipeline':
      return {
        ...on,
        // One that the floor does not know comes last.
        stages: [...on.stages].sort((a, b) => placeOf(a.stage, order) - placeOf(b.stage, order)),
      }
    case 'same-weeks':
      return { ...on, amounts: [...on.amounts] }
  }
}

const methodOf = (said: Said, soFar: number, order: readonly string[]): ForecastMethod => {
  if (said.why !== null) return { id: said.id, why: said.why, range: null, weight: 0, on: null }
  const { id, why, weight, on, range } = said
  return { id, why, weight, on: onOf(on, order), range: atLeast(soFar, range) }
}

const middleOf = (values: readonly number[]): number | null =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null

/** A year of weeks at most. */
const lookedBackOf = (all: readonly LookedBack[]): ForecastAnswer['lookedBack'] => {
  const latest = all.slice(-52)
  return {
    inside: latest.map(({ range, came }) => range.p10 <= came && came <= range.p90),
    offBy: middleOf(latest.map(({ range, came }) => Math.abs(came - range.p50))),
  }
}

const nothing: Pick<ForecastAnswer, 'range' | 'methods' | 'weeks' | 'lookedBack'> = {
  range: null,
  methods: [],
  weeks: 0,
  lookedBack: { inside: [], offBy: null },
}

/** Days of which nothing is known yet are no days without a sale: the past begins with the first of these. */
const firstWith = (amountOn: (day: Day) => number, today: Day): Day => {
  for (let day = today - longestHistory; day < today; day++) if (amountOn(day) !== 0) return day
  return today
}

const workOut = (
  numbers: Numbers,
  { plan, grain }: Results,
  subject: SubjectIndex,
  deals: readonly DealLife[],
  asked: { readonly days: DayRange; readonly today: Day },
): Forecast => {
  const { calendar, workingTime } = numbers.model
  const { days, today } = asked
  const known = new Map<Day, number>()
  const amountOn = (day: Day): number => {
    const amount =
      known.get(day) ?? numbers.engine.value(plan.index, [{ subject, days: { from: day, to: day + 1 } }]) ?? 0
    known.set(day, amount)
    return amount
  }
  const past = createForecastPast(
    {
      first: firstWith(amountOn, today),
      today,
      amountOn,
      deals: inUnit(deals, plan),
      isWorkingDay: workingTime.isWorkingDay,
      periodAt: (day, offset) => calendar.period(grain, day, offset),
    },
    days.to,
  )
  return forecast(past, { period: days })
}

export const answerForecast = (floor: Numbers, ask: ForecastAsk): ForecastAnswer => {
  const { team, period, teams, ms } = ask
  const subject = team === null ? orgSubject : (floor.model.roster.subjectOf(team) ?? orgSubject)
  const numbers = floor.about(subject === orgSubject ? [] : [subject])
  const results = resultsOf(numbers, team)
  const head = { teams, team, period }
  if (results === null)
    return {
      ...head,
      ...nothing,
      window: null,
      metric: null,
      grain: 'quarter',
      goal: null,
      soFar: 0,
      why: 'no results board',
    }
  const { plan, grain } = results
  const window: WindowSpec = { kind: 'period', grain, offset: period === 'this' ? 0 : 1 }
  const [days, today] = [numbers.daysOf(window, ms), numbers.todayAt(ms)]
  const named = {
    ...head,
    window: viewWindow(numbers, window, ms),
    metric: viewMetric(plan),
    grain,
  }
  const none = (why: NoForecast): ForecastAnswer => ({ ...named, ...nothing, goal: null, soFar: 0, why })
  // Not even what came in: it is that person's.
  if (isOnePerson(numbers, subject, today, ms)) return none('one person')
  if (ask.isHistoryComing) return none('history coming')
  if (ask.deals === null) return none('reading deals')
  const cells = [{ subject, days: { from: days.from, to: Math.min(days.to, today + 1) } }]
  const soFar = days.from > today ? 0 : (numbers.engine.value(plan.index, cells) ?? 0)
  const lives = ask.deals.lives(numbers.model, subject)
  const made = workOut(numbers, results, subject, lives, { days, today })
  return {
    ...named,
    goal: numbers.goalOf(plan, window, subject, ms),
    soFar,
    why: made.range === null ? 'too little' : null,
    range: made.range && atLeast(soFar, made.range),
    weeks: made.errors,
    methods: made.methods.map((said) => methodOf(said, soFar, numbers.model.file.floor.stages)),
    lookedBack: lookedBackOf(made.lookedBack),
  }
}

// A forecast as a range: three methods, weighted by how far each was off before, and as wide as their combination was off.
import type { Day, DayRange } from '../time/calendar-date.ts'
import type { ForecastPast } from './forecast-past.ts'
import {
  type Ahead,
  type Estimate,
  isEstimate,
  type Method,
  type MethodId,
  type NoEstimate,
  runRate,
  sameWeeks,
  stagePipeline,
  stepDays,
} from './methods.ts'
import { combinedErrors, spreadOf, weightsOf } from './spread.ts'

/** In the metric's unit; what came in already is part of each. */
export interface Range {
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

/** What one method says. */
export type Said =
  | { readonly id: MethodId; readonly why: NoEstimate | 'too few errors' }
  | {
      readonly id: MethodId
      readonly why: null
      readonly range: Range
      /** 0 to 1: its part in the combination. */
      readonly weight: number
      readonly on: Estimate['on']
    }

/** One look back: the range that this forecast would have given on a past day, and what came. */
export interface LookedBack {
  readonly day: Day
  readonly range: Range
  readonly came: number
}

export interface Forecast {
  /** Came in before today. */
  readonly soFar: number
  readonly methods: readonly Said[]
  /** Null where there is too little to tell. */
  readonly range: Range | null
  /** Past days on which the errors of the range were measured. */
  readonly errors: number
  /** Of the combination, on those past days on which it could have given a range; oldest first. */
  readonly lookedBack: readonly LookedBack[]
}

export interface ForecastAsk {
  /** This period, or one that is to come. */
  readonly period: DayRange
  /** Which methods may take part; all of them where left out. */
  readonly only?: readonly MethodId[]
}

/** Working time that has to be gone before its own rate says anything; before, that of as many days as a period has. */
const leastGone = 0.1
/** Less is no year to compare a day with. */
const leastLevelDays = 28
const levelDays = 365
/** Two years of weeks. */
const mostErrors = 104

const nothing = { from: 0, to: 0 }

/** The errors of the methods on past days, as shares of the level; `null` where a method said nothing. */
interface PastDay {
  readonly day: Day
  readonly level: number
  readonly came: number
  readonly estimates: readonly (number | null)[]
}

interface Combined {
  readonly range: Range
  readonly taking: readonly number[]
  readonly weights: readonly number[]
  readonly errors: number
}

const errorsOf = (days: readonly PastDay[], method: number): number[] =>
  days.flatMap(({ estimates, came, level }) => {
    const estimate = estimates[method] ?? null
    return estimate === null ? [] : [(came - estimate) / level]
  })

const rangeAround = (
  estimate: number,
  level: number,
  errors: readonly number[],
  { from, to }: Ahead,
): Range | null => {
  const spread = spreadOf(errors, stepDays / (to - from))
  if (spread === null) return null
  // Less than nothing does not come; what came in before stays outside of this.
  const at = (error: number): number => Math.max(0, estimate + error * level)
  return { p10: at(spread.low), p50: at(spread.middle), p90: at(spread.high) }
}

/** `estimates`: of today, null where a method says nothing. Null where no method has errors enough. */
const combine = (
  estimates: readonly (number | null)[],
  level: number,
  past: readonly PastDay[],
  ahead: Ahead,
): Combined | null => {
  let taking = estimates.flatMap((estimate, method) => (estimate === null ? [] : [method]))
  while (taking.length > 0) {
    const common = past.filter((each) => taking.every((method) => each.estimates[method] != null))
    const errors = taking.map((method) => errorsOf(common, method))
    const weights = weightsOf(errors)
    const estimate = taking.reduce(
      (sum, method, at) => sum + (estimates[method] ?? 0) * (weights[at] ?? 0),
      0,
    )
    const range = rangeAround(estimate, level, combinedErrors(errors), ahead)
    if (range !== null) return { range, taking, weights, errors: common.length }
    // Without the one that has the least to say for itself there may be enough.
    const fewest = Math.min(...taking.map((method) => errorsOf(past, method).length))
    taking = taking.filter((method) => errorsOf(past, method).length > fewest)
  }
  return null
}

const methodsFor = (past: ForecastPast, period: DayRange, ahead: Ahead): readonly Method[] => {
  const { today } = past
  const gone = past.workingDaysIn({ from: period.from, to: today })
  const isFarEnough = period.from < today && gone >= past.workingDaysIn(period) * leastGone
  const back = isFarEnough ? today - period.from : period.to - period.from
  return [runRate(past, ahead, back), stagePipeline(past, ahead), sameWeeks(past, ahead)]
}

/**
 * For a period that is not over. All that is used is dated before `past.today`; each look back uses what is dated before that
 * day, errors included: one counts only once what it was measured on had happened.
 */
export const forecast = (past: ForecastPast, { period, only }: ForecastAsk): Forecast => {
  const { today, first } = past
  const ahead: Ahead = { from: Math.max(0, period.from - today), to: period.to - today }
  const soFar = past.amountIn(period.from < today ? { from: period.from, to: today } : nothing)
  const methods = methodsFor(past, period, ahead).filter(({ id }) => only?.includes(id) ?? true)
  const targetOf = (day: Day): DayRange => ({ from: day + ahead.from, to: day + ahead.to })
  /** What usually comes in as many working days, by the year before; null where nothing does, or too little is known. */
  const levelAt = (day: Day): number | null => {
    const behind = { from: Math.max(first, day - levelDays), to: day }
    const worked = past.workingDaysIn(behind)
    if (behind.to - behind.from < leastLevelDays || worked === 0) return null
    const level = (past.amountIn(behind) / worked) * past.workingDaysIn(targetOf(day))
    return level > 0 ? level : null
  }
  const estimatesAt = (day: Day): (number | null)[] =>
    methods.map((method) => {
      const said = method.at(day)
      return isEstimate(said) ? said.amount : null
    })
  const days: PastDay[] = []
  for (let day = today - stepDays; day > first && days.length < mostErrors; day -= stepDays) {
    const level = day + ahead.to > today ? null : levelAt(day)
    if (level === null) continue
    days.push({ day, level, came: past.amountIn(targetOf(day)), estimates: estimatesAt(day) })
  }
  days.reverse()
  const level = levelAt(today)
  const combined = level === null ? null : combine(estimatesAt(today), level, days, ahead)
  const withSoFar = ({ p10, p50, p90 }: Range): Range => ({
    p10: soFar + p10,
    p50: soFar + p50,
    p90: soFar + p90,
  })
  const lookedBack = days.flatMap((each): LookedBack[] => {
    const before = days.filter(({ day }) => day + ahead.to <= each.day)
    const then = combine(each.estimates, each.level, before, ahead)
    return then === null ? [] : [{ day: each.day, range: then.range, came: each.came }]
  })
  return {
    soFar,
    methods: methods.map((method, index): Said => {
      const said = method.at(today)
      if (!isEstimate(said)) return { id: method.id, why: said }
      const range = level === null ? null : rangeAround(said.amount, level, errorsOf(days, index), ahead)
      if (range === null) return { id: method.id, why: 'too few errors' }
      const at = combined?.taking.indexOf(index) ?? -1
      return {
        id: method.id,
        why: null,
        range: withSoFar(range),
        weight: at < 0 ? 0 : (combined?.weights[at] ?? 0),
        on: said.on,
      }
    }),
    range: combined && withSoFar(combined.range),
    errors: combined?.errors ?? 0,
    lookedBack,
  }
}

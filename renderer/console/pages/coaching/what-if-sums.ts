// What other rates and another quota would ask of each day from now on, and what so much a day comes to. Nothing of it is kept.
import { type ChainLink, needsOf, reachOf } from '../../../../shared/domain/formula/chain.ts'
import type { CoachingAnswer, NewPlan, StepReading } from '../../../../shared/wire/coaching.ts'
import type { Plan } from '../../../../shared/wire/plan.ts'

export type Live = NonNullable<CoachingAnswer['live']>

/** What is tried out. `rates[i]` leads from step i to step i + 1; `quota` in the last step's unit. */
export interface Supposed {
  readonly rates: readonly number[]
  readonly quota: number
}

/** The plan that holds. */
export const planOf = ({ plans }: Pick<CoachingAnswer, 'plans'>): Plan | undefined => plans.at(-1)

/** A reading that is told, of the step that a rate leads to. */
const toldReading = (readings: readonly StepReading[], metric: string): StepReading | undefined =>
  readings.find((reading) => reading.metric === metric && reading.verdict !== 'too little to tell')

export const planRates = (plan: Plan): readonly number[] =>
  plan.steps.slice(1).map(({ rate }) => rate?.value ?? 1)

/** How it is today: the rates of this period where they are told and above 0, else the plan's. */
export const asToday = (plan: Plan, readings: readonly StepReading[]): Supposed => ({
  quota: plan.quota,
  rates: plan.steps.slice(1).map(({ metric, rate }) => {
    const value = toldReading(readings, metric)?.now.value ?? 0
    return value > 0 ? value : (rate?.value ?? 1)
  }),
})

/** Whether some step lets nothing through: at this rate no number of attempts makes the quota. */
export const letsNothingThrough = (readings: readonly StepReading[]): boolean =>
  readings.some(({ verdict, now }) => verdict !== 'too little to tell' && now.value === 0)

const linksOf = ({ open }: Live, rates: readonly number[]): readonly ChainLink[] =>
  rates.map((rate, link) => ({ rate, open: open[link + 1] ?? 0 }))

/** Of the first step, for each day that is left, unrounded; null where none is left. */
export const needADay = (live: Live, { rates, quota }: Supposed): number | null =>
  live.days === 0 ? null : (needsOf(quota - live.won, linksOf(live, rates))[0] ?? 0) / live.days

/** The quota that so much of the first step a day comes to, in whole minor units or pieces, never more. */
export const quotaOf = (live: Live, rates: readonly number[], aDay: number): number =>
  // What floating point takes from a whole unit is given back.
  Math.floor(live.won + reachOf(aDay * live.days, linksOf(live, rates)) + 1e-6)

/**
 * The re-plan that asks what is shown: the quota and the rates that are not the plan's, and those that were set by hand before,
 * which would else be worked out anew.
 */
export const newPlanOf = (
  plan: Plan,
  { rates, quota }: Supposed,
): Pick<NewPlan, 'over' | 'quota' | 'rates'> => {
  const set = plan.steps.slice(1).flatMap(({ metric, rate }, link): readonly [string, number][] => {
    const value = rates[link]
    const isSet = value !== undefined && (value !== rate?.value || rate.of === 'manager')
    return isSet ? [[metric, value]] : []
  })
  return {
    over: plan.version,
    ...(quota === plan.quota ? {} : { quota }),
    ...(set.length === 0 ? {} : { rates: Object.fromEntries(set) }),
  }
}

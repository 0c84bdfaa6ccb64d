import { expect, test } from 'vitest'
import type { Plan } from '../../../../shared/wire/plan.ts'
import { sampleCoaching, samplePlan, sunkMeetings } from '../../../../test/renderer/sample-coaching.ts'
import { asToday, letsNothingThrough, needADay, newPlanOf, planRates, quotaOf } from './what-if-sums.ts'

const { live, readings } = sampleCoaching()
if (!live) throw new Error('no plan')

const atPlan = { rates: planRates(samplePlan), quota: samplePlan.quota }
const today = asToday(samplePlan, readings)

test('at the plan’s rates it is what the feed says is needed', () => {
  expect(needADay(live, atPlan)).toBeCloseTo((live.needs[0] ?? 0) / live.days, 2)
})

test('as it is today has the rates that are told, and the plan’s where there is too little', () => {
  expect(today.rates).toEqual([98 / 1332, 22 / 98, 2_050_000, 0.282])
  expect(needADay(live, today)).toBeCloseTo(47.94, 2)
})

test('a step that lets nothing through is not computed with', () => {
  const none = [{ ...sunkMeetings, now: { ...sunkMeetings.now, made: 0, value: 0 } }]
  expect(letsNothingThrough(none)).toBe(true)
  expect(letsNothingThrough(readings)).toBe(false)
  expect(asToday(samplePlan, none).rates[1]).toBe(0.34)
})

test('so much a day comes to a quota that asks no more than that', () => {
  const quota = quotaOf(live, today.rates, 40)
  expect(quota).toBeLessThan(samplePlan.quota)
  const need = needADay(live, { rates: today.rates, quota }) ?? 0
  expect(need).toBeLessThanOrEqual(40)
  expect(need).toBeGreaterThan(39.99)
})

test('where no day is left nothing is needed of one', () => {
  expect(needADay({ ...live, days: 0 }, today)).toBeNull()
})

test('a re-plan sends what differs from the plan, and keeps what was set by hand', () => {
  expect(newPlanOf(samplePlan, atPlan)).toEqual({ over: 1 })
  expect(newPlanOf(samplePlan, { ...atPlan, quota: 25_000_000 })).toEqual({ over: 1, quota: 25_000_000 })
  const [dials = 0, , ...others] = atPlan.rates
  expect(newPlanOf(samplePlan, { ...atPlan, rates: [dials, 0.3, ...others] })).toEqual({
    over: 1,
    rates: { meetings: 0.3 },
  })
  const byHand: Plan = {
    ...samplePlan,
    version: 2,
    steps: samplePlan.steps.map((step) =>
      step.rate && step.metric === 'meetings' ? { ...step, rate: { ...step.rate, of: 'manager' } } : step,
    ),
  }
  expect(newPlanOf(byHand, atPlan)).toEqual({ over: 2, rates: { meetings: 0.34 } })
})

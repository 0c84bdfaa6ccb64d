import { expect, test } from 'vitest'
import type { SpotlightMetric } from '../../../shared/wire/boards/spotlight-board.ts'
import { meetings, revenue, week } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'
import { standing } from '../samples/people.ts'
import { bestNumber } from './best-number.ts'

const untouched = metric({ id: 'untouched', name: 'Untouched', indicator: 'input', better: 'lower' })
const metrics: readonly SpotlightMetric[] = [meetings, revenue, untouched].map((each) => ({
  metric: each,
  window: week,
}))
const streak = (days: number) => ({ metric: 0, days, capped: false, today: 'open' as const })
const win = { account: 'Brightwater', amount: 48_000, at: 0, wholeDay: false, helped: false }
const gain = { metric: 0, from: 4, to: 6, change: 0.5 }
const nobodyYet = { goals: [], streaks: [], win: null, gain: null, newcomer: false }
const [far, near, over, farOver] = [standing(1, 14), standing(9, 14), standing(15, 14), standing(40, 14)]
const full = { streaks: [streak(6)], win, gain, newcomer: false }

test('[B210] a turn opens with the goal reached furthest, else a week of days in a row, else a goal on pace', () => {
  expect(bestNumber({ ...full, goals: [near, over, farOver] }, metrics)).toEqual({ of: 'goal', goal: 2 })
  expect(bestNumber({ ...full, goals: [near, far, far] }, metrics)).toEqual({ of: 'streak' })
  expect(bestNumber({ ...full, streaks: [streak(4)], goals: [far, near] }, metrics)).toEqual({
    of: 'goal',
    goal: 1,
  })
})

test('[B210] of somebody far behind it opens with what they did better, won or keep at, and else with what they have done', () => {
  const goals = [far, standing(3, 300), standing(0, null)]
  const behind = { ...nobodyYet, goals }
  expect(bestNumber({ ...behind, gain, win }, metrics)).toEqual({ of: 'gain' })
  expect(bestNumber({ ...behind, win, streaks: [streak(2)] }, metrics)).toEqual({ of: 'win' })
  expect(bestNumber({ ...behind, streaks: [streak(2)], newcomer: true }, metrics)).toEqual({ of: 'streak' })
  expect(bestNumber({ ...behind, newcomer: true }, metrics)).toEqual({ of: 'welcome' })
  expect(bestNumber(behind, metrics)).toEqual({ of: 'goal', goal: 0 })
})

test('[B210] nobody is introduced by a zero or by what they should have less of', () => {
  const goals = [standing(0, 14), standing(null, 300), standing(5, 3)]
  const behind = { ...nobodyYet, goals: goals.map((each) => ({ ...each, state: 'behind' as const })) }
  expect(bestNumber(behind, metrics)).toEqual({ of: 'nothing' })
})

import { expect, test } from 'vitest'
import { applyEdits } from './apply-edits.ts'

const goals = [
  { metric: 'revenue', window: 'quarter', role: 'ae', value: 1000 },
  { metric: 'revenue', window: 'this month', rep: 'priya', value: 100 },
  { metric: 'calls', window: 'day', role: 'ae', value: 2 },
]
const edited = (...edits: object[]) => {
  const done = applyEdits({ goals }, edits.map((edit) => ({ do: 'goal', from: null, ...edit })) as never)
  return done.ok ? done.raw['goals'] : done.refusal
}

test('[H20] a goal is known by whose it is, for what and from when on: it is changed, added beside its like, taken away', () => {
  expect(edited({ metric: 'revenue', window: 'month', rep: 'priya', value: 120 })).toEqual(
    goals.with(1, { metric: 'revenue', window: 'this month', rep: 'priya', value: 120 }),
  )
  expect(
    edited({ metric: 'revenue', window: 'month', rep: 'priya', from: '2027-01-01', value: 130 }),
  ).toEqual(
    goals.toSpliced(2, 0, {
      metric: 'revenue',
      window: 'month',
      rep: 'priya',
      from: '2027-01-01',
      value: 130,
    } as never),
  )
  expect(edited({ metric: 'calls', window: 'day', role: 'ae', value: null })).toEqual(goals.slice(0, 2))
  expect(edited({ metric: 'calls', window: 'week', role: 'ae', value: null })).toEqual(goals)
  expect(edited({ metric: 'calls', window: 'week', org: true, value: 50 })).toEqual([
    ...goals,
    { metric: 'calls', window: 'week', org: true, value: 50 },
  ])
})

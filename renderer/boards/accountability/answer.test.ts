import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import type { AccountabilityView } from '../../../shared/wire/boards/accountability-board.ts'
import type { GoalState } from '../../../shared/wire/view-parts.ts'
import { face } from '../samples/people.ts'
import { accountabilityAnswer } from './answer.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const rowsOf = (...states: readonly (GoalState | null)[]): AccountabilityView['rows'] => ({
  ana: {
    ...face('Ana', 0),
    place: 0,
    cells: states.map((state) => ({ value: 1, goal: 2, attainment: 0.5, pace: 1, state })),
  },
})
const said = (period: AccountabilityView['period'], ...states: readonly (GoalState | null)[]) => {
  const answer = accountabilityAnswer({ rows: rowsOf(...states), period }, format)
  return answer && [`${answer.word} ${answer.rest}`, answer.alarm]
}

test('[B211] while a week runs, goals on pace are counted with those reached; afterwards and at a check-in only these', () => {
  const states = ['reached', 'on pace', 'behind', 'well behind', null] as const
  expect(said('this-week', ...states)).toEqual(['2 of 4 goals on pace', undefined])
  expect(said('last-week', ...states)).toEqual(['1 of 4 goals reached', undefined])
  expect(said('mid-week', ...states)).toEqual(['1 of 4 goals on pace', undefined])
})

test('[B211][B246] all on pace is green, all reached is gold, and while nothing is due there are goals to reach', () => {
  expect(said('this-week', 'reached', 'on pace')).toEqual(['2 of 2 goals on pace', 'ahead'])
  expect(said('this-week', 'reached', 'reached')).toEqual(['All 2 goals reached.', 'reached'])
  expect(said('this-week', 'reached')).toEqual(['The goal reached.', 'reached'])
  expect(said('this-week', null, null)).toEqual(['2 goals this week.', undefined])
  expect(said('last-week', null)).toBeNull()
  expect(said('this-week')).toBeNull()
})

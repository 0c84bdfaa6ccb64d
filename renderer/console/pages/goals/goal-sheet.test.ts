import { expect, test } from 'vitest'
import { floorOf, person, revenue, team } from '../../../../shared/domain/test-support/test-floor.ts'
import { applyEdits } from '../../api/apply-edits.ts'
import { goalEdits, type SheetOf, sheetOf } from './goal-sheet.ts'

const file = floorOf({
  teams: [team('east'), team('west', { parent: 'east' })],
  roles: [{ id: 'ae', name: 'AE', ramp: [0.5] }],
  people: [
    person('ana', {
      name: 'Ana',
      team: 'east',
      role: 'ae',
      leave: [{ from: '2027-01-04', until: '2027-01-08' }],
    }),
    person('bo', { name: 'Bo', team: 'west', role: 'ae', startedOn: '2026-12-01' }),
    person('cy', { name: 'Cy', role: 'ae' }),
    person('dee', { name: 'Dee', team: 'east', endedOn: '2026-12-31' }),
  ],
  metrics: [revenue],
  goals: [
    { metric: 'revenue', window: 'month', role: 'ae', value: 100 },
    { metric: 'revenue', window: 'month', rep: 'ana', from: '2026-11-01', value: 120 },
    { metric: 'revenue', window: 'month', team: 'east', value: 'sum-of-members' },
  ],
})
const of: SheetOf = {
  metric: 'revenue',
  grain: 'month',
  team: 'east',
  first: -1,
  count: 4,
  today: '2026-11-20',
}
const sheet = (typed: Readonly<Record<string, number | null>> = {}) => {
  const metric = sheetOf(file, of)?.metric
  if (!metric) throw new Error('there is no sheet')
  const made = sheetOf(applyEdits(file, goalEdits(typed, { ...of, metric })), of)
  if (!made) throw new Error('there is no sheet')
  return made
}
const goalsOf = (id: string, typed = {}) =>
  sheet(typed)
    .rows.find((row) => row.id === id)
    ?.cells.map(({ goal, ramped, isHere }) => (isHere ? (ramped ?? goal) : null))

test('[H21] the grid shows what the engine asks: own goals, the role’s, the ramp, the team’s sum', () => {
  expect(sheet().rows.map(({ id }) => id)).toEqual(['ana', 'bo', 'dee'])
  expect(sheet().periods.map(({ from, isOver }) => [from, isOver])).toEqual([
    ['2026-10-01', true],
    ['2026-11-01', false],
    ['2026-12-01', false],
    ['2027-01-01', false],
  ])
  // Before it was set, her role's.
  expect(goalsOf('ana')).toEqual([100, 120, 120, 120])
  expect(goalsOf('bo')).toEqual([null, null, 50, 100])
  expect(goalsOf('dee')).toEqual([null, null, null, null])
  expect(sheet().own.map(({ goal, isSum }) => [goal, isSum])).toEqual([
    [100, true],
    [120, true],
    [170, true],
    [220, true],
  ])
})

test('[H20] what is typed for a period goes on from it; the periods before keep theirs', () => {
  expect(goalsOf('ana', { 'ana 2026-12-01': 150 })).toEqual([100, 120, 150, 150])
  expect(goalsOf('ana', { 'ana 2026-11-01': null })).toEqual([100, 100, 100, 100])
  expect(sheet({ 'east 2027-01-01': 300 }).own[3]).toEqual({ goal: 300, isSum: false })
})

test('[H24] working days of a period are those that somebody has in it', () => {
  const days = (id: string) =>
    sheet()
      .rows.find((row) => row.id === id)
      ?.cells.map(({ workingDays }) => workingDays)
  expect(days('ana')).toEqual([22, 21, 23, 16])
  expect(days('bo')).toEqual([0, 0, 23, 21])
})

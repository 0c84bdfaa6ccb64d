import { expect, test } from 'vitest'
import { BoardView } from '../../shared/wire/view.ts'
import { awkwardStates } from './awkward.ts'
import { everyState, kinds, ordinaryOf } from './catalogue.ts'
import { earlier } from './earlier.ts'

test('every state has a name of its own', () => {
  const ids = everyState().map(({ id }) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

test.each(kinds)('a %s board has its awkward states, each a view that a TV takes', (kind) => {
  const ordinary = ordinaryOf(kind)
  const states = awkwardStates(ordinary)
  for (const view of states) expect(view).toMatchObject({ kind })
  const rows = 'rows' in ordinary ? Object.keys(ordinary.rows).length : 0
  const many = states.find(({ id }) => id === `${ordinary.id}-500-rows`)
  expect(many && 'rows' in many ? Object.keys(many.rows).length : 0).toBe(rows > 0 ? 500 : 0)
})

test('[G10] nobody is celebrated who has not reached their goal, in no state', () => {
  const rows = everyState().flatMap((view) => (view.kind === 'over-the-line' ? Object.values(view.rows) : []))
  expect(rows.filter(({ state }) => state !== 'reached')).toEqual([])
})

test('a board a moment ago is a view that a TV takes', () => {
  for (const view of everyState()) expect(BoardView.safeParse(earlier(view)).error).toBeUndefined()
})

test('a moment ago everybody stood elsewhere and had less', () => {
  const view = ordinaryOf('leaderboard')
  const before = earlier(view)
  if (view.kind !== 'leaderboard' || before.kind !== 'leaderboard') throw new Error('not a leaderboard')
  for (const [id, row] of Object.entries(view.rows)) {
    expect(before.rows[id]?.place).not.toBe(row.place)
    expect(before.rows[id]?.value).toBeLessThan(row.value ?? 0)
  }
})

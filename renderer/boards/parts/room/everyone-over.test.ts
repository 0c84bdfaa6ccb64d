import { expect, test } from 'vitest'
import type { LeaderboardView } from '../../../../shared/wire/boards/leaderboard-board.ts'
import { picture } from '../../leaderboard/gallery-states.ts'
import { everyoneOver } from './everyone-over.ts'

const allOver = (view: LeaderboardView): LeaderboardView => ({
  ...view,
  rows: Object.fromEntries(
    Object.entries(view.rows).map(([id, row]) => [id, { ...row, state: 'reached', attainment: 1.1 }]),
  ),
})

test('[S243] the room is everybody’s once the last of them is over, and not before', () => {
  expect(everyoneOver(picture)).toBe(false)
  const all = allOver(picture)
  expect(everyoneOver(all)).toBe(true)
  const [id, row] = Object.entries(all.rows)[0] ?? []
  if (id === undefined || row === undefined) throw new Error('no row')
  expect(everyoneOver({ ...all, rows: { ...all.rows, [id]: { ...row, state: 'on pace' } } })).toBe(false)
})

test('[S243] whoever has no goal keeps nobody from it, and one alone is no room', () => {
  const all = allOver(picture)
  const [[first, row] = ['', undefined], [second, other] = ['', undefined]] = Object.entries(all.rows)
  if (!row || !other) throw new Error('no rows')
  const goalless = { ...other, goal: null, attainment: null, state: null, pace: null }
  expect(everyoneOver({ ...all, rows: { ...all.rows, [second]: goalless } })).toBe(true)
  expect(everyoneOver({ ...all, rows: { [first]: row } })).toBe(false)
  expect(everyoneOver({ ...all, rows: {} })).toBe(false)
})

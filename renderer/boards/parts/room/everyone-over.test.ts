import { expect, test } from 'vitest'
import { picture } from '../../leaderboard/gallery-states.ts'
import { everyoneOver, overAll } from './everyone-over.ts'

const some = Object.values(picture.rows)
const all = some.map((row) => ({ ...row, state: 'reached' as const }))

test('[S243] the room is everybody’s once the last of them is over, and not before', () => {
  expect(everyoneOver(some)).toBe(false)
  expect(everyoneOver(all)).toBe(true)
  expect(everyoneOver(all.map((row, index) => (index === 0 ? { ...row, state: 'on pace' } : row)))).toBe(
    false,
  )
})

test('[S243] whoever has no goal keeps nobody from it, and one alone is no room', () => {
  const goalless = { goal: null, state: null }
  expect(everyoneOver(all.map((row, index) => (index === 1 ? goalless : row)))).toBe(true)
  expect(everyoneOver(all.slice(0, 1))).toBe(false)
  expect(everyoneOver([])).toBe(false)
})

test('[S243] whoever has several goals is over all of them, or not over', () => {
  const [reached, behind] = [
    { goal: 5, state: 'reached' as const },
    { goal: 5, state: 'behind' as const },
  ]
  const goalless = { goal: null, state: null }
  expect(everyoneOver([overAll([reached, goalless]), overAll([reached, reached])])).toBe(true)
  expect(everyoneOver([overAll([reached, behind]), overAll([reached])])).toBe(false)
  expect(overAll([goalless]).goal).toBeNull()
})

import { describe, expect, test } from 'vitest'
import { kinds, ordinaryOf, statesOf } from './catalogue.ts'
import { changeOf, changes } from './changes.ts'

const changed = (kind: (typeof kinds)[number], change: (typeof changes)[number]) => {
  const view = ordinaryOf(kind)
  return changeOf(view, change, (name) => statesOf(kind).find(({ id }) => id === `${view.id}-${name}`))
}

describe.each(changes)('%s', (change) => {
  test.each(kinds)('of a %s board is two views of one board that differ, or cannot be', (kind) => {
    const made = changed(kind, change)
    // Words that somebody wrote do not change, and what has no numbers has none to change.
    if (made === null || JSON.stringify(made.before) === JSON.stringify(made.after)) {
      expect(change === 'everything' || made === null).toBe(true)
      return
    }
    expect(made.before.id).toBe(made.after.id)
  })
})

test('a leaderboard has every change', () => {
  expect(changes.filter((change) => changed('leaderboard', change) === null)).toEqual([])
})

test('who passes the goal was short of it, and whose goal it is stays', () => {
  const made = changed('leaderboard', 'crossing')
  if (made?.before.kind !== 'leaderboard' || made.after.kind !== 'leaderboard')
    throw new Error('no leaderboard')
  const { rows } = made.after
  const passed = Object.entries(made.before.rows).filter(([id, row]) => row.state !== rows[id]?.state)
  expect(passed).toHaveLength(1)
  expect(passed.map(([, { state }]) => state)).toEqual(['on pace'])
  expect(passed.map(([id, { goal }]) => goal === rows[id]?.goal)).toEqual([true])
})

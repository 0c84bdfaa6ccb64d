import { expect, test } from 'vitest'
import { changeWords } from './change-words.ts'

test('[F78] a change is said with its fields, what comes or goes with its name', () => {
  const base = { list: 'playlists', id: 'day', name: 'Day' }
  const fields = [
    { field: 'items › Calls › seconds', before: '20', after: '30' },
    { field: 'items › Wins', before: null, after: '{ seconds: 5 }' },
    { field: 'name', before: 'Day', after: null },
  ]
  expect(changeWords([{ ...base, what: 'changed', fields }])).toEqual([
    'playlists "Day" changed',
    '  items › Calls › seconds: 20 → 30',
    '  items › Wins: { seconds: 5 }',
    '  name: Day goes',
  ])
  expect(changeWords([{ ...base, what: 'removed', fields }])).toEqual(['playlists "Day" removed'])
  expect(changeWords([{ ...base, list: 'floor', what: 'changed', fields: [] }])).toEqual(['floor changed'])
})

test('[F78] many of one list that came or went together have one line', () => {
  const added = Array.from({ length: 12 }, (_, index) => ({
    list: 'boards',
    id: `b${index}`,
    name: `B${index}`,
    what: 'added' as const,
    fields: [],
  }))
  const screen = { list: 'screens', id: 's', name: 'Hall', what: 'added' as const, fields: [] }
  expect(changeWords([...added, screen])).toEqual([
    'boards "B0", "B1", "B2" and 9 more added',
    'screens "Hall" added',
  ])
})

import { expect, test } from 'vitest'
import { applyEdits } from './apply-edits.ts'

const metric = {
  id: 'wins',
  name: 'Wins',
  objective: 'Why?',
  indicator: 'output',
  question: 'results',
  unit: 'count',
  of: { from: 'deal', date: 'closedAt' },
}
const floor = {
  floor: { name: 'Test', timeZone: 'UTC', currency: 'USD' },
  metrics: [metric],
  playlists: [{ id: 'day', name: 'Day', items: [{ board: 'clock' }] }],
  boards: [{ id: 'clock', kind: 'calm', title: 'Clock' }],
  screens: [
    { id: 'wall', name: 'Wall', playlist: 'day' },
    { id: 'lobby', name: 'Lobby', playlist: 'day' },
  ],
  alerts: [{ id: 'vps', name: 'VPs' }],
  celebrations: [
    { id: 'goal', name: 'Goal', on: { metric: 'wins', crosses: 'goal' }, screens: ['wall', 'lobby'] },
    { id: 'big', name: 'Big deal', on: { over: 5 }, screens: ['lobby'], tell: ['vps'] },
  ],
}
const removed = (list: 'metrics' | 'screens' | 'alerts', id: string, everywhere = false) =>
  applyEdits(floor, [{ do: 'remove', list, id, everywhere }])

test('[C31] what a rule names is not removed, and the answer says which rule', () => {
  expect(removed('alerts', 'vps')).toMatchObject({
    ok: false,
    refusal: { code: 'in-use', message: 'The alert "VPs" is used by: "Big deal".' },
  })
  expect(removed('metrics', 'wins')).toMatchObject({ refusal: { code: 'in-use' } })
})

test('[C31] removed everywhere, a rule about it goes, and one that only plays or tells there stays', () => {
  expect(removed('alerts', 'vps', true)).toMatchObject({
    raw: { celebrations: [{ id: 'goal' }, { tell: [] }] },
  })
  expect(removed('metrics', 'wins', true)).toMatchObject({ raw: { celebrations: [{ id: 'big' }] } })
  // Without any screen it would play everywhere.
  expect(removed('screens', 'lobby', true)).toMatchObject({
    raw: { celebrations: [{ id: 'goal', screens: ['wall'] }] },
  })
})

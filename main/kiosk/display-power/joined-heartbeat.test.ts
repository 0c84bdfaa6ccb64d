import { expect, test } from 'vitest'
import { joinHeartbeats } from './joined-heartbeat.ts'

test('[S208] walls that share a power switch are black where all are, until the first of them wakes', () => {
  expect(joinHeartbeats([{ shows: 'black' }, { shows: 'board' }])).toEqual({ shows: 'board' })
  expect(joinHeartbeats([{ shows: 'black' }, { shows: 'black' }])).toEqual({ shows: 'black' })
  const beats = [
    { shows: 'black', wakesInMs: 9000 },
    { shows: 'black', wakesInMs: 5000 },
    { shows: 'black' },
  ] as const
  expect(joinHeartbeats(beats)).toEqual({ shows: 'black', wakesInMs: 5000 })
})

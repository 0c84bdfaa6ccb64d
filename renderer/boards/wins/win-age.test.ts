import { expect, test } from 'vitest'
import { sayIn } from '../../../shared/domain/words/say.ts'
import { winAge } from './win-age.ts'

const hour = 3_600_000
const midnight = Date.UTC(2026, 10, 20, 5)
const aged = (wholeDay: boolean, hours: number) =>
  winAge({ at: midnight, wholeDay }, midnight + hours * hour, sayIn('en'))

test('a deal with a time is as old as the feed’s clock says', () => {
  expect([aged(false, 0.2), aged(false, 14), aged(false, 49)]).toEqual([
    '12 min ago',
    '14 h ago',
    '2 days ago',
  ])
})

test('a deal that has only a date is never told in hours', () => {
  expect([aged(true, 0), aged(true, 23.9), aged(true, 24), aged(true, 50)]).toEqual([
    'today',
    'today',
    'yesterday',
    '2 days ago',
  ])
})

import { expect, test } from 'vitest'
import { withoutRepeats } from './without-repeats.ts'

test('a part that another part contains is not said twice', () => {
  expect(withoutRepeats(['Mid-market · Mid-market AE', 'Bookings'])).toBe('Mid-market AE · Bookings')
})

test('a part that the title contains is left to the title, in any case', () => {
  expect(withoutRepeats(['Sales development · SDR', 'New Pipeline'], 'New pipeline this quarter')).toBe(
    'Sales development · SDR',
  )
})

test('of two equal parts one stays', () => {
  expect(withoutRepeats(['Meetings', 'meetings'])).toBe('Meetings')
})

test('a word within a longer word is no repeat', () => {
  expect(withoutRepeats(['AE', 'Aerospace'], 'Praesidium')).toBe('AE · Aerospace')
})

test('nothing is left where the title says it all, and of nothing comes nothing', () => {
  expect(withoutRepeats(['Enterprise', 'Bookings'], 'Enterprise bookings')).toBe('')
  expect(withoutRepeats(['', ' '])).toBe('')
})

import { expect, test } from 'vitest'
import { nounOf } from './noun-of.ts'

test.each([
  ['meetings', 'meeting'],
  ['opps', 'opp'],
  ['activities', 'activity'],
  ['touches', 'touch'],
  ['booked', 'booked'],
  ['pipeline progress', 'pipeline progress'],
  ['status', 'status'],
])('one of the %s is one %s', (noun, one) => {
  expect(nounOf('1', noun, 'en-US')).toBe(one)
  expect(nounOf('2', noun, 'en-US')).toBe(noun)
})

test('the nouns of other languages are left as the floor file has them', () => {
  expect(nounOf('1', 'rendez-vous', 'fr-FR')).toBe('rendez-vous')
})

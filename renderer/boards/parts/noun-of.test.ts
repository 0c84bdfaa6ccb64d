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

test.each([
  ['de-DE', '1', 'meetings', 'meeting'],
  ['de-DE', '1', 'big deals', 'big deal'],
  ['de-DE', '1', 'Termine', 'Termine'],
  ['ja-JP', '1', 'dials', 'dial'],
  ['ja-JP', '1', '件', '件'],
  ['ar-SA', '\u2068١\u2069', 'meetings', 'meeting'],
  ['ar-SA', '\u2068٢\u2069', 'meetings', 'meetings'],
  ['he-IL', '\u20681\u2069', 'site visits', 'site visit'],
])('[S91] in %s, of "%s" the noun "%s" reads "%s"', (locale, shown, noun, words) => {
  expect(nounOf(shown, noun, locale)).toBe(words)
})

test('the nouns of other languages are left as the floor file has them', () => {
  expect(nounOf('1', 'rendez-vous', 'fr-FR')).toBe('rendez-vous')
})

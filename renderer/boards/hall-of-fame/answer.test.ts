import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { hallOfFameAnswer } from './answer.ts'
import { dayWon } from './day-won.ts'
import { views } from './gallery-states.ts'
import { earlierOn, hallPages } from './hall-pages.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const stateOf = (id: string) => {
  const view = views.find((each) => each.id === id)
  if (!view) throw new Error(`no state ${id}`)
  return view
}
const said = (id: string): string => {
  const answer = hallOfFameAnswer(stateOf(id), format)
  return answer === null ? '' : `${answer.alarm === 'reached' ? '★ ' : ''}${answer.word} ${answer.rest}`
}

test.each([
  ['hall-of-fame', '★ Priya Raman won the Power hour.'],
  ['hall-of-fame-champion', '★ Priya Raman won 3 of the last 12.'],
  ['hall-of-fame-both', '★ Hana S. and João A. won the Power hour.'],
  ['hall-of-fame-everybody', '★ 30 won the Power hour.'],
  ['hall-of-fame-team', '★ Enterprise won the Meeting cup.'],
  ['hall-of-fame-quiet', 'Priya Raman won the Power hour.'],
  ['hall-of-fame-none', ''],
])('[B283] %s says "%s"', (id, words) => expect(said(id)).toBe(words))

test('[B283] a contest whose name is too long for the headline is not named in it', () => {
  expect(said('hall-of-fame-long')).toMatch(/ won last\.$/)
  const [row] = Object.values(stateOf('hall-of-fame').rows)
  if (!row) throw new Error('nobody won')
  const called = (name: string) =>
    hallOfFameAnswer({ rows: { a: { ...row, called: name } }, champion: null }, format)?.rest
  expect(called('The long run')).toBe('won the long run.')
})

test('[B283] of a champion of more than is shown nothing is said', () => {
  const { rows, champion } = stateOf('hall-of-fame-champion')
  const first = Object.fromEntries(Object.entries(rows).slice(0, 1))
  expect(hallOfFameAnswer({ rows: first, champion }, format)?.rest).toBe('won the Power hour.')
})

test('[B284] the latest stands on every page, and each of the others on one', () => {
  expect([1, 2, 7, 8, 12].map((ends) => hallPages(ends, 'landscape'))).toEqual([1, 1, 1, 2, 2])
  expect([1, 5, 6, 12].map((ends) => hallPages(ends, 'portrait'))).toEqual([1, 1, 2, 3])
  const ends = Array.from({ length: 12 }, (_, nth) => nth)
  expect([0, 1].map((page) => earlierOn(ends, page, 2))).toEqual([
    [1, 2, 3, 4, 5, 6],
    [7, 8, 9, 10, 11],
  ])
  expect(earlierOn([0], 0, 1)).toEqual([])
})

test('[B284] a day of another year is told with its year, and midnight is the day before', () => {
  const now = Date.parse('2026-11-20T19:00:00Z')
  expect(dayWon(Date.parse('2026-11-16T00:00:00Z'), now, 'en-US', 'UTC')).toBe('Nov 15')
  expect(dayWon(Date.parse('2025-12-24T16:00:00Z'), now, 'en-US', 'UTC')).toBe('Dec 24, 2025')
})

import { expect, test } from 'vitest'
import { FromTheTopBoard, FromTheTopView } from '../../../wire/boards/from-the-top-board.ts'
import { createNumbers } from '../../standing/numbers.ts'
import type { TopWord } from '../../standing/top-words.ts'
import { createTestFloor, floorOf, person, team } from '../../test-support/test-floor.ts'
import { topWord, topWordsOf } from '../../test-support/test-words.ts'
import { createFromTheTopView } from './from-the-top-view.ts'

const file = floorOf({
  floor: { timeZone: 'America/New_York' },
  teams: [team('east'), team('west')],
  people: [
    person('ana', { name: 'Ana Lopez', team: 'east' }),
    person('bo', { name: 'Bo Berg', team: [{ team: 'east' }, { team: 'west', from: '2026-11-20' }] }),
  ],
})
const { engine } = createTestFloor(file)
const now = '2026-11-20T20:00:00Z'

const viewOf = (words: readonly TopWord[], options: object = {}, at = now): FromTheTopView =>
  FromTheTopView.parse(
    createFromTheTopView(
      createNumbers(engine, () => false, topWordsOf(...words)),
      FromTheTopBoard.parse({ id: 'top', title: 'From the top', kind: 'from-the-top', ...options }),
    ).compute(Date.parse(at)),
  )
const textsIn = ({ rows }: FromTheTopView): string[] =>
  Object.values(rows)
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text)

test('[C62] the words of the floor’s day are shown, the latest first', () => {
  // Midnight in New York is at five.
  const words = [
    topWord('yesterday', '2026-11-20T04:59:00Z'),
    topWord('first', '2026-11-20T05:00:00Z'),
    topWord('later', '2026-11-20T15:00:00Z'),
    topWord('to come', '2026-11-20T20:00:01Z'),
  ]
  expect(textsIn(viewOf(words))).toEqual(['later', 'first'])
  expect(viewOf(words).changedAt).toBe(Date.parse('2026-11-20T15:00:00Z'))
  expect(textsIn(viewOf(words, {}, '2026-11-21T05:00:00Z'))).toEqual([])
  expect(viewOf([]).changedAt).toBeNull()
})

test('[C62] it says who wrote, about whom and what', () => {
  const deal = {
    source: 'crm',
    id: '1',
    amountMinor: 18_200_000,
    account: 'Northwind Traders',
    helpers: ['Hana Sato'],
  }
  const word = topWord('Well done', '2026-11-20T15:00:00Z', { people: ['ana', 'gone', 'bo'], deal })
  expect(Object.values(viewOf([word]).rows)).toMatchObject([
    {
      name: 'Dana Whitfield',
      jobTitle: 'VP Sales',
      people: [
        { name: 'Ana Lopez', initials: 'AL', hue: 0 },
        { name: 'Bo Berg', hue: 1 },
      ],
      account: 'Northwind Traders',
      amount: 18_200_000,
      helpers: ['Hana Sato'],
    },
  ])
})

test('[C62] a board of a team shows words about those who are in it today', () => {
  const words = [
    topWord('ana', '2026-11-20T15:00:00Z'),
    topWord('bo', '2026-11-20T16:00:00Z', { people: ['bo'] }),
    topWord('team', '2026-11-20T17:00:00Z', { people: [], names: ['East'] }),
  ]
  expect(textsIn(viewOf(words, { scope: { team: 'east' } }))).toEqual(['ana'])
  expect(textsIn(viewOf(words, { scope: { team: 'west' } }))).toEqual(['bo'])
  expect(textsIn(viewOf(words))).toEqual(['team', 'bo', 'ana'])
})

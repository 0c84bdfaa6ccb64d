import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { contestAnswer } from './answer.ts'
import { bracketPages, firstShown, roundsOnPage } from './bracket-shape.ts'
import { columnScale } from './column-scale.ts'
import { shapeOf } from './contest-shape.ts'
import { views } from './gallery-states.ts'
import { legOf } from './leg.ts'
import { namesRunning } from './running-names.ts'
import { longContest, minute, people, powerHour } from './samples.ts'
import { stepWords } from './step-words.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const standingsOf = (id: string) => {
  const view = views.find((each) => each.id === id)
  if (!view) throw new Error(`no state ${id}`)
  return view.standings
}
const said = (id: string): string => {
  const answer = contestAnswer(standingsOf(id), format)
  return answer === null
    ? ''
    : `${answer.alarm === 'reached' ? '★ ' : ''}${answer.word} ${answer.rest}`.trim()
}

test.each([
  ['contest', '★ Five are in. Amira H., one more.'],
  ['contest-power-hour-begins', 'Who is in first?'],
  ['contest-power-hour-nobody-in', 'Hana S., 8 more.'],
  ['contest-power-hour-everybody', '★ Everybody is in.'],
  ['contest-power-hour-empty', 'Who is in first?'],
  ['contest-power-hour-hidden', 'Who wins? It is told at the end.'],
  ['contest-standings', 'Hana S. leads by 2.'],
  ['contest-standings-tied', '3 share the lead.'],
  ['contest-standings-one', 'Hana S. leads.'],
  ['contest-standings-nothing', 'First place is open.'],
  ['contest-handicap', 'Hana S. leads by 9 pts.'],
  ['contest-king', 'João A. holds the hill.'],
  ['contest-race', 'Hana S., 4 more.'],
  ['contest-race-won', '★ Hana S. was first.'],
  ['contest-relay', 'Red leads.'],
  ['contest-collect', '★ 2 have them all.'],
  ['contest-raffle', '61 tickets in the drum.'],
  ['contest-raffle-drawn', '★ Three win.'],
  ['contest-bracket', 'Semi-finals. 4 are left.'],
  ['contest-bracket-many', 'Round 1. 257 are left.'],
  ['contest-announced', 'Coming up: Power hour'],
  ['contest-closing', 'Provisional: 3 have won'],
  ['contest-final', '★ Three win.'],
  ['contest-final-nobody', 'Nobody won this time.'],
  ['contest-final-team', '★ Enterprise wins.'],
  ['contest-none', ''],
])('[B264] %s says "%s"', (id, words) => expect(said(id)).toBe(words))

test('[B260] how it is drawn follows how it is won, how long it takes, and how far it has come', () => {
  expect(shapeOf(null)).toBe('none')
  expect(shapeOf(powerHour())).toBe('power-hour')
  expect(shapeOf(powerHour(people, { from: powerHour().until - 181 * minute }))).toBe('standings')
  expect(shapeOf(powerHour(people, { win: { by: 'king' } }))).toBe('standings')
  expect(shapeOf(powerHour(people, { phase: 'closing' }))).toBe('standings')
  expect(shapeOf(longContest(people, { win: { by: 'first-to', value: 30 } }))).toBe('race')
  expect(shapeOf(longContest(people, { phase: 'announced', win: { by: 'bracket' } }))).toBe('announced')
  expect(shapeOf(longContest(people, { hidden: true }))).toBe('hidden')
  expect(shapeOf(longContest(people, { phase: 'final' }))).toBe('final')
  expect(shapeOf(longContest(people, { phase: 'called-off' }))).toBe('none')
})

test('[B263] beside everybody stands what it takes to move up, or to get over the bar', () => {
  const steps = (id: string): string[] => {
    const standings = standingsOf(id)
    if (standings === null) throw new Error('nothing stands')
    return Object.values(standings.rows).map((row) => stepWords(row, standings, format))
  }
  expect(steps('contest-standings').slice(0, 3)).toEqual(['', '3 to move up', '2 to move up'])
  expect(steps('contest-race').slice(0, 2)).toEqual(['4 to go', '6 to go'])
  expect(steps('contest-handicap').slice(1, 2)).toEqual(['9 pts to move up'])
  expect(steps('contest-handicap').at(-1)).toBe('needs 20 calls')
  expect(steps('contest-closing').filter((step) => step !== '')).toEqual([])
})

test('[B267] a column is in proportion to its score, and no higher than half above the bar', () => {
  const heightOf = columnScale(
    powerHour([
      { name: 'A', score: 300 },
      { name: 'B', score: 10 },
    ]),
  )
  expect(heightOf(300)).toBe(1)
  expect(heightOf(30)).toBe(1)
  expect(heightOf(20) / heightOf(10)).toBeCloseTo(2)
  expect(heightOf(null)).toBe(0)
  expect(heightOf(-4)).toBe(0)
  const without = columnScale(longContest([{ name: 'A', score: 0 }]))
  expect(without(0)).toBe(0)
})

test('[B268] the leg that is run follows from the share of the way', () => {
  expect([null, 0, 0.24, 0.25, 0.99, 1].map((share) => legOf(share, 4))).toEqual([0, 0, 0, 1, 3, 3])
})

test('[B269] in a drum those run by who have a ticket, and at last the one stands who was drawn', () => {
  const all = [{ short: 'A' }, { short: 'B' }, { short: 'C' }]
  const names = namesRunning(all, { short: 'B' }, 1)
  expect(names.at(-1)).toBe('B')
  expect(new Set(names)).toEqual(new Set(['A', 'B', 'C']))
  expect(namesRunning([], { short: 'B' }, 0)).toEqual(['B'])
})

test('[B270] a bracket shows the round that is on and what comes of it, of large ones a part on each page', () => {
  const large = standingsOf('contest-bracket-many')
  const small = standingsOf('contest-bracket')
  if (large === null || small === null) throw new Error('nothing stands')
  expect(bracketPages(large)).toBe(32)
  const [first, second] = [roundsOnPage(large, 0), roundsOnPage(large, 31)]
  expect(first.map(({ matches }) => matches.length)).toEqual([8, 4, 2, 1])
  expect(second.map(({ matches }) => matches.length)).toEqual([8, 4, 2, 1])
  // Everybody stands on one page of the first round.
  const ids = Array.from({ length: 32 }, (_, page) => roundsOnPage(large, page)[0]?.matches ?? [])
    .flat()
    .flatMap(({ one, other }) => [one, other])
    .filter((id) => id !== null)
  expect(new Set(ids).size).toBe(257)
  expect(ids).toHaveLength(257)
  // The semi-finals are on: the quarter-finals stand beside them.
  expect(firstShown(small)).toBe(0)
  expect(roundsOnPage(small, 0).map(({ round }) => round)).toEqual([0, 1, 2])
  expect(roundsOnPage({ rounds: [] }, 0)).toEqual([])
})

import { expect, test } from 'vitest'
import { Award, AwardResult } from '../../wire/awards.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { roundAt } from '../counting/award-rounds.ts'
import { type Ballot, countVotes } from '../facts/votes.ts'
import { call, calls, createTestFloor, floorOf, person, team } from '../test-support/test-floor.ts'
import { isChangedSince, type Reason, resultOf } from './result.ts'
import { awardWarnings } from './told/guards.ts'
import { wonAward } from './told/won-award.ts'

const people = [
  person('ana', { name: 'Ana Lopez', team: 'east' }),
  person('bo', { name: 'Bo Berg', team: 'east' }),
  person('cy', { name: 'Cy Day', team: 'west' }),
  person('dee', { name: 'Dee Gone', team: 'east', endedOn: '2026-12-01' }),
  person('eve', { name: 'Eve Off', team: 'east', offWall: true }),
  person('fay', { name: 'Fay Last', team: 'west', endedOn: '2026-12-02' }),
  person('gus', { name: 'Gus New', team: 'west', startedOn: '2026-12-03', celebrate: 'none' }),
]
const award = (more: object = {}): Award =>
  Award.parse({ id: 'player', name: 'Player of the month', from: '2026-11-01', ...more })
const floorWith = (more: object = {}): FloorFile =>
  floorOf({ teams: [team('east'), team('west')], people, metrics: [calls], ...more })

const reasonsFor = (...ids: readonly string[]): readonly Reason[] =>
  ids.map((id) => ({ person: id, words: `because of ${id}` }))

const endOf = (
  of: Award,
  ballots: readonly (readonly [voter: string, person: string])[],
  reasons: readonly Reason[],
  facts: readonly object[] = [],
): AwardResult => {
  const floor = createTestFloor(floorWith({ awards: [of] }))
  floor.write(...facts)
  const round = roundAt(of, floor.numbers.model, Date.parse('2026-11-20T12:00:00Z'))
  const all: readonly Ballot[] = ballots.map(([voter, chosen]) => ({ voter, person: chosen }))
  return AwardResult.parse(
    resultOf(floor.numbers, of, round, { reasons, totals: (rules) => countVotes(all, rules) }),
  )
}
const winnersOf = ({ winners }: AwardResult): string => winners.map(({ person: id }) => id).join(' ')

test('[K78] [K79] whoever has most votes is chosen, with the first reason, and equals share it', () => {
  const end = endOf(
    award({ prize: 'A day off' }),
    [
      ['ana', 'bo'],
      ['cy', 'bo'],
      ['bo', 'cy'],
    ],
    [...reasonsFor('bo', 'cy'), { person: 'bo', words: 'a later reason' }],
  )
  expect(end).toMatchObject({
    ...{ on: '2026-11-01', by: 'vote', prize: 'A day off', metric: null, voted: 3, voters: 5 },
    winners: [{ person: 'bo', name: 'Bo Berg', words: 'because of bo', votes: null, value: null }],
  })
  const tie = endOf(
    award(),
    [
      ['ana', 'bo'],
      ['bo', 'ana'],
    ],
    reasonsFor('bo', 'ana'),
  )
  expect(winnersOf(tie)).toBe('ana bo')
  expect(winnersOf(endOf(award(), [], reasonsFor('bo')))).toBe('')
})

test('[K77] who left before it was decided does not count, who leaves on that day does; oneself never, nor one who is off walls', () => {
  const end = endOf(
    award(),
    [
      ['dee', 'ana'],
      ['fay', 'bo'],
      ['gus', 'ana'],
      ['bo', 'bo'],
      ['eve', 'cy'],
      ['ana', 'eve'],
      ['cy', 'dee'],
    ],
    reasonsFor('ana', 'bo', 'cy', 'dee', 'eve'),
  )
  // Fay for Bo, Eve for Cy.
  expect([winnersOf(end), end.voted, end.voters]).toEqual(['bo cy', 2, 5])
})

test('[K77] of a team only its people vote and can be chosen; without a standing nomination nobody is', () => {
  const end = endOf(
    award({ team: 'east' }),
    [
      ['cy', 'ana'],
      ['eve', 'bo'],
      ['bo', 'cy'],
      ['ana', 'bo'],
    ],
    reasonsFor('ana', 'cy'),
  )
  expect([winnersOf(end), end.voted, end.voters]).toEqual(['', 0, 3])
})

const day = (nth: number): string => `2026-11-${String(nth).padStart(2, '0')}T10:00:00Z`
const callsOf = (id: string, count: number) =>
  Array.from({ length: count }, (_, nth) => call(id, day(nth + 2)))

test('[K78] by metric the best of the whole period is chosen, and what somebody off walls has counts for nobody', () => {
  const of = award({ by: 'metric', metric: 'calls' })
  const facts = [
    ...callsOf('ana', 2),
    ...callsOf('bo', 3),
    ...callsOf('eve', 9),
    call('ana', '2026-12-01T10:00:00Z'),
    call('ana', '2026-12-02T10:00:00Z'),
  ]
  const end = endOf(of, [], [], facts)
  expect(end).toMatchObject({ winners: [{ person: 'bo', value: 3, words: null }], voted: 0, voters: 0 })
  expect(winnersOf(endOf(of, [], [], [...facts, call('ana', day(9))]))).toBe('ana bo')
  expect(winnersOf(endOf(of, [], [], []))).toBe('')
})

test('[K78] by both the three best stand for the vote; where nobody votes the best is chosen', () => {
  const of = award({ by: 'both', metric: 'calls' })
  const facts = [...callsOf('ana', 4), ...callsOf('bo', 3), ...callsOf('cy', 2), ...callsOf('fay', 2)]
  const end = endOf(
    of,
    [
      ['ana', 'cy'],
      ['bo', 'dee'],
      ['cy', 'fay'],
      ['fay', 'cy'],
    ],
    reasonsFor('dee'),
    facts,
  )
  expect(end).toMatchObject({
    shortlist: ['ana', 'bo', 'cy', 'fay'],
    voted: 3,
    winners: [{ person: 'cy', value: 2 }],
  })
  expect(winnersOf(endOf(of, [], [], facts))).toBe('ana')
})

test('[K80] how many votes somebody had is told where the award says so, and five voted', () => {
  const four: readonly (readonly [string, string])[] = [
    ['ana', 'bo'],
    ['cy', 'bo'],
    ['eve', 'bo'],
    ['fay', 'bo'],
  ]
  const all = [...four, ['bo', 'cy'] as const]
  const votesOf = (of: Award, ballots: typeof four) =>
    endOf(of, ballots, reasonsFor('bo', 'cy')).winners.map(({ votes }) => votes)
  expect(votesOf(award({ tellsVotes: true }), all)).toEqual([4])
  expect(votesOf(award({ tellsVotes: true }), four)).toEqual([null])
  expect(votesOf(award(), all)).toEqual([null])
})

test('[K81] a correction afterwards is said where others are the best, and moves nobody', () => {
  const of = award({ by: 'metric', metric: 'calls' })
  const floor = createTestFloor(floorWith({ awards: [of] }))
  const round = roundAt(of, floor.numbers.model, Date.parse('2026-11-20T12:00:00Z'))
  floor.write(...callsOf('ana', 2), ...callsOf('bo', 3))
  const end = resultOf(floor.numbers, of, round, {
    reasons: [],
    totals: () => ({ votes: new Map(), voted: 0 }),
  })
  expect(isChangedSince(floor.numbers, of, round, end)).toBe(false)
  floor.write(call('ana', day(9)), call('ana', day(10)))
  expect(isChangedSince(floor.numbers, of, round, end)).toBe(true)
  // By vote, and where its rules are others by now, nothing is said.
  expect(isChangedSince(floor.numbers, award(), round, end)).toBe(false)
})

test('[K82] whoever was chosen takes over the wall, and nobody who does not want it', () => {
  const { model } = createTestFloor(floorWith()).numbers
  const end = endOf(award(), [['ana', 'bo']], reasonsFor('bo'))
  expect(wonAward(end, model)).toEqual([
    expect.objectContaining({
      id: 'award:player:2026-11-01:won',
      about: { kind: 'hand', people: ['bo'], message: '“because of bo”', by: '' },
    }),
  ])
  const [winner] = end.winners
  if (winner === undefined) throw new Error('nobody was chosen')
  for (const id of ['eve', 'gus'])
    expect(wonAward({ ...end, winners: [{ ...winner, person: id }] }, model)).toEqual([])
  const two = { ...end, winners: [winner, { ...winner, person: 'ana', name: 'Ana Lopez' }] }
  expect(wonAward(two, model)[0]?.about).toMatchObject({ message: 'Shared by Bo Berg and Ana Lopez' })
})

test('[K83] few voters, the same one three times, nobody nominated and no screen are said', () => {
  const { model } = createTestFloor(floorWith()).numbers
  const of = award()
  const end = endOf(of, [['ana', 'bo']], reasonsFor('bo'))
  const ids = (more: object) =>
    awardWarnings({ model, award: of, voters: 8, nominees: 2, isVoting: true, past: [], ...more }).map(
      ({ id }) => id,
    )
  expect(ids({})).toEqual(['no-screen'])
  expect(ids({ voters: 3 })).toEqual(['few-voters', 'no-screen'])
  expect(ids({ past: [end, end, end] })).toEqual(['same-winner', 'no-screen'])
  expect(ids({ past: [end, end] })).toEqual(['no-screen'])
  expect(ids({ nominees: 0 })).toEqual(['nobody-nominated', 'no-screen'])
  expect(ids({ nominees: 0, isVoting: false })).toEqual(['no-screen'])
  const [few] = awardWarnings({
    ...{ model, award: of, voters: 3, nominees: 1, isVoting: true, past: [] },
  })
  expect(few?.says).toContain('Only 3 people may vote')
})

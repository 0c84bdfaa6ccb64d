import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { Contest } from '../../wire/contests/contest.ts'
import type { ContestStandings } from '../../wire/contests/standings.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { occasionsUntil } from '../counting/contest-occasions.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  type TestFloor,
  team,
  win,
} from '../test-support/test-floor.ts'
import { createStandings } from './standings.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const seed = { seed: 'oak', sealed: sha256('oak') }

const contestOf = (fields: object): Contest =>
  Contest.parse({
    id: 'game',
    name: 'Game',
    counts: 'calls',
    from: '2026-11-16',
    until: '2026-11-20',
    win: { by: 'most' },
    state: 'announced',
    ...fields,
  })

const meetings = metricOf('meetings', {
  from: 'activity',
  where: [{ field: 'kind', is: 'meeting' }],
  date: 'at',
})
const rate = metricOf('rate', { ratio: ['meetings', 'calls'] }, { unit: 'percent' })

const file = (contest: object, more: object = {}): FloorFile =>
  floorOf({
    teams: [
      team('east', { timeZone: 'America/New_York' }),
      team('west', { timeZone: 'America/Los_Angeles' }),
    ],
    people: [
      person('ana', { team: 'east' }),
      person('bo', { team: 'east' }),
      person('cy', { team: 'west' }),
      person('di', { team: [{ team: 'west' }, { team: 'east', from: '2026-11-18' }] }),
    ],
    metrics: [calls, revenue, meetings, rate],
    contests: [contest],
    ...more,
  })

const standingsAt = (floor: TestFloor, contest: Contest, at: string, isEnd = false): ContestStandings => {
  const { model } = floor.engine
  const ms = Date.parse(at)
  const [occasion] = occasionsUntil(contest, model, ms, 1)
  const made = occasion && createStandings(floor.engine, contest, occasion)
  if (!made) throw new Error('no such contest')
  return made({ ms, isEnd, seed, sha256 })
}

const ranked = ({ rows }: ContestStandings): string[] =>
  Object.entries(rows)
    .sort(([, one], [, other]) => one.place - other.place)
    .map(([id, { rank, score, isIn }]) => `${id} ${rank} ${score}${isIn ? ' in' : ''}`)

const floorWith = (fields: object, facts: readonly object[], more: object = {}) => {
  const contest = contestOf(fields)
  const floor = createTestFloor(file(contest, more))
  floor.write(...facts)
  return { floor, contest, at: (ms: string, isEnd = false) => standingsAt(floor, contest, ms, isEnd) }
}

const facts = [
  call('ana', '2026-11-16T15:00:00Z'),
  call('ana', '2026-11-17T15:00:00Z'),
  call('bo', '2026-11-16T14:00:00Z'),
  call('bo', '2026-11-17T14:00:00Z'),
  call('cy', '2026-11-16T18:00:00Z'),
]

describe('a contest', () => {
  test('[K7] who got there first has the better place; what it takes to move up is one more', () => {
    const { at } = floorWith({ prizes: [{ what: 'Lunch' }] }, facts)
    const now = at('2026-11-18T12:00:00Z')
    expect(ranked(now)).toEqual(['bo 1 2 in', 'ana 2 2', 'cy 3 1', 'di 4 0'])
    expect([now.rows['bo']?.prize, now.rows['ana']?.prize, now.rows['cy']?.missing]).toEqual([
      'Lunch',
      null,
      2,
    ])
    expect(ranked(floorWith({ ties: 'shared' }, facts).at('2026-11-18T12:00:00Z')).slice(0, 2)).toEqual([
      'ana 1 2 in',
      'bo 1 2 in',
    ])
  })

  test('[K8] whole days are those of whoever works, hours the same for all, over a clock change too', () => {
    // 05:30 in UTC is the evening before in both offices.
    const edge = [call('ana', '2026-11-16T04:30:00Z'), call('cy', '2026-11-21T07:30:00Z')]
    expect(ranked(floorWith({}, edge).at('2026-11-20T12:00:00Z')).slice(0, 2)).toEqual([
      'cy 1 1 in',
      'ana 2 0',
    ])
    const hour = { from: '2026-11-01T00:30', until: '2026-11-01T02:30' }
    const inNewYork = { floor: { timeZone: 'America/New_York' } }
    const clock = floorWith(
      hour,
      [
        call('ana', '2026-11-01T04:29:59Z'),
        call('bo', '2026-11-01T04:30:00Z'),
        call('bo', '2026-11-01T07:29:59Z'),
        call('ana', '2026-11-01T07:30:00Z'),
      ],
      inNewYork,
    )
    const now = clock.at('2026-11-01T06:00:00Z')
    // The hour from one to two is there twice.
    expect(now.until - now.from).toBe(3 * 3_600_000)
    expect(ranked(now).slice(0, 2)).toEqual(['bo 1 2 in', 'ana 2 0'])
  })

  test('[K9] who leaves a team in the middle keeps what they had, and is measured no further', () => {
    const { at } = floorWith({ team: 'west' }, [
      call('di', '2026-11-16T18:00:00Z'),
      call('di', '2026-11-19T18:00:00Z'),
    ])
    expect(ranked(at('2026-11-20T12:00:00Z'))).toEqual(['di 1 1 in', 'cy 2 0'])
    const teams = floorWith({ between: 'teams' }, [
      call('di', '2026-11-16T18:00:00Z'),
      call('di', '2026-11-19T18:00:00Z'),
      call('di', '2026-11-19T19:00:00Z'),
    ])
    expect(ranked(teams.at('2026-11-20T12:00:00Z'))).toEqual(['east 1 2 in', 'west 2 1'])
    const perHead = floorWith({ between: 'teams', of: 'per-head' }, facts)
    // East has two people for two days and three for the other three; west two, then one.
    expect(perHead.at('2026-11-20T22:00:00Z').rows['east']?.score).toBeCloseTo(4 / 2.6)
  })

  test('[K12] first to a line, and who falls back is not there', () => {
    const { at, floor } = floorWith({ win: { by: 'first-to', value: 2 } }, facts)
    expect(ranked(at('2026-11-18T12:00:00Z')).slice(0, 3)).toEqual(['bo 1 2 in', 'ana 2 2', 'cy 3 1'])
    floor.withdraw((facts[3] as { id: string }).id)
    const after = at('2026-11-18T12:00:00Z')
    expect(ranked(after)[0]).toBe('ana 1 2 in')
    expect(after.rows['bo']).toMatchObject({ share: 0.5, missing: 1, isIn: false })
  })

  test('[K13] over a line all win alike; a rate too', () => {
    const over = floorWith(
      { win: { by: 'over', value: 2 }, prizes: [{ what: 'Cake' }, { what: 'Tea' }] },
      facts,
    )
    const now = over.at('2026-11-18T12:00:00Z')
    expect([now.rows['ana']?.prize, now.rows['bo']?.prize, now.rows['cy']?.prize]).toEqual([
      'Cake',
      'Cake',
      null,
    ])
    const meeting = { ...call('cy', '2026-11-16T19:00:00Z'), kind: 'meeting' }
    const rates = floorWith({ counts: 'rate', win: { by: 'over', value: 0.5 } }, [...facts, meeting])
    expect(rates.at('2026-11-18T12:00:00Z').rows['cy']).toMatchObject({ score: 1, isIn: true })
  })

  test('[K14] improved on one’s own four weeks; a handicap by own usual; a newcomer goes by the others’ mean', () => {
    const past = Array.from({ length: 20 }, (_, day) =>
      call('ana', `2026-10-${String(19 + (day % 10)).padStart(2, '0')}T15:00:00Z`),
    )
    const { at } = floorWith({ win: { by: 'improved' } }, [...facts, ...past])
    const end = at('2026-11-21T20:00:00Z')
    // Twenty on twenty working days are five in a week; two are 60 % less.
    expect(end.rows['ana']?.score).toBeCloseTo(-0.6)
    expect(end.rows['bo']).toMatchObject({ score: null, rank: null })
    const handicap = floorWith({ handicap: 'own-usual' }, [...facts, ...past]).at('2026-11-21T20:00:00Z')
    expect(handicap.unit).toBe('percent')
    expect(handicap.rows['bo']?.score).toBeCloseTo(2 / 5)
    expect(handicap.rows['bo']?.raw).toBe(2)
  })

  test('[K15] who collects all of them; points; less than the least is not in it', () => {
    const mixed = [...facts, { ...call('ana', '2026-11-17T16:00:00Z'), kind: 'meeting' }]
    const all = floorWith({ win: { by: 'collect', metrics: ['calls', 'meetings'] } }, mixed)
    expect(all.at('2026-11-18T12:00:00Z').rows['ana']).toMatchObject({
      score: 2,
      has: [true, true],
      isIn: true,
    })
    const points = floorWith(
      {
        counts: [
          { metric: 'calls', each: 1 },
          { metric: 'meetings', each: 10 },
        ],
        atLeast: { metric: 'calls', value: 2 },
      },
      mixed,
    )
    const now = points.at('2026-11-18T12:00:00Z')
    expect(ranked(now)).toEqual(['ana 1 12 in', 'bo 2 2', 'cy null null', 'di null null'])
    expect([now.counts, now.atLeast, now.rows['cy']?.tooLittle]).toEqual([
      'calls 1, meetings 10',
      '2 calls',
      true,
    ])
  })

  test('[K16] tickets, and a draw by the sealed seed at the end alone', () => {
    const { at } = floorWith({ win: { by: 'raffle', ticketEach: 1 }, prizes: [{ what: 'TV' }] }, facts)
    const before = at('2026-11-22T12:00:00Z')
    expect(before.draw).toEqual({ sealed: seed.sealed, seed: null, tickets: 5, drawn: [] })
    const end = at('2026-11-22T12:00:00Z', true)
    expect(end.draw?.seed).toBe('oak')
    const [winner = ''] = end.draw?.drawn ?? []
    expect(end.rows[winner]).toMatchObject({ isIn: true, prize: 'TV' })
  })

  test('[K17] a bracket of three on whole days: level goes on who was first, and one champion is left', () => {
    const { at } = floorWith({ win: { by: 'bracket' }, people: ['ana', 'bo', 'cy'] }, facts)
    const middle = at('2026-11-17T12:00:00Z')
    expect(
      middle.rounds.map(({ matches }) => matches.map(({ one, other, isFree }) => [one, other, isFree])),
    ).toEqual([
      [
        ['ana', null, true],
        ['bo', 'cy', false],
      ],
      [['ana', null, false]],
    ])
    const end = at('2026-11-22T12:00:00Z', true)
    expect(end.rounds[0]?.matches[1]?.winner).toBe('bo')
    // Neither has anything in the second round's days but the better seed: nothing, and so the first seed.
    expect(Object.values(end.rows).filter(({ isIn }) => isIn)).toHaveLength(1)
  })

  test('[K18] the hill, and a relay of sides', () => {
    const { at } = floorWith({ win: { by: 'king' } }, facts)
    const now = at('2026-11-16T20:00:00Z')
    expect(now.rows['bo']).toMatchObject({ isIn: true, raw: 2 })
    expect(now.rows['bo']?.score).toBeCloseTo(6 / 24)
    const sides = [
      { id: 'red', name: 'Red', people: ['bo', 'ana'] },
      { id: 'blue', name: 'Blue', people: ['cy', 'di'] },
    ]
    const relay = floorWith({ between: 'sides', sides, win: { by: 'relay', each: 1 } }, facts)
    expect(ranked(relay.at('2026-11-18T12:00:00Z'))).toEqual(['red 1 2 in', 'blue 2 1'])
  })

  test('[K19] before its end nobody sees who stands where, and before it begins nobody stands anywhere', () => {
    const { at } = floorWith({ hiddenMinutes: 60 }, facts)
    expect(at('2026-11-20T22:59:00Z').hidden).toBe(false)
    const hidden = at('2026-11-20T23:30:00Z')
    expect([hidden.hidden, ...ranked(hidden)]).toEqual([
      true,
      'ana null null',
      'bo null null',
      'cy null null',
      'di null null',
    ])
    expect(at('2026-11-21T00:00:00Z')).toMatchObject({ hidden: false, phase: 'closing' })
    expect(at('2026-11-15T00:00:00Z')).toMatchObject({ phase: 'announced' })
  })
})

const instant = fc
  .integer({ min: 0, max: 9 * 24 * 60 })
  .map((minutes) => new Date(Date.parse('2026-11-14T00:00:00Z') + minutes * 60_000).toISOString())
const anyFact = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((n) => `fact ${n}`),
  rep: fc.constantFrom('ana', 'bo', 'cy', 'di'),
  at: instant,
  isGone: fc.boolean(),
  dollars: fc.integer({ min: 1, max: 900 }),
})
const anyContest = fc.constantFrom(
  { counts: 'calls' },
  { counts: 'revenue', win: { by: 'first-to', value: 1000 } },
  { counts: 'calls', from: '2026-11-16T09:00', until: '2026-11-18T17:00', win: { by: 'king' } },
  { counts: 'calls', team: 'west', win: { by: 'over', value: 3 } },
  { counts: 'revenue', between: 'teams', of: 'per-head' },
  { counts: 'calls', win: { by: 'bracket' } },
  { counts: 'calls', win: { by: 'raffle', ticketEach: 2 } },
  {
    counts: [
      { metric: 'calls', each: 3 },
      { metric: 'revenue', each: 0.01 },
    ],
  },
)

test('[K22] after whatever facts, corrections and withdrawals it stands as if all that stands had come once, in any order', () => {
  fc.assert(
    fc.property(
      fc.array(anyFact, { maxLength: 60 }),
      anyContest,
      fc.boolean(),
      instant,
      (written, fields, full, at) => {
        const more = { floor: { credit: full ? 'full' : 'split' } }
        const { floor, contest } = floorWith(fields, [], more)
        const standing = new Map<string, object>()
        for (const { id, rep, at: when, isGone, dollars } of written) {
          const isDeal = Number(id.slice(5)) % 3 === 0
          if (isGone) {
            floor.withdraw(id)
            standing.delete(id)
            continue
          }
          const credits = full
            ? [{ rep }, { rep: 'bo' }]
            : [
                { rep, share: 0.5 },
                { rep: 'cy', share: 0.5 },
              ]
          const shared = rep !== 'bo' && rep !== 'cy' ? { credits } : {}
          const fact = isDeal
            ? win(rep, when, dollars, { id, ...shared })
            : call(rep, when, { id, ...shared })
          floor.write(fact)
          standing.set(id, fact)
          // Looked at in between, so that what is kept has to follow.
          standingsAt(floor, contest, at)
        }
        const once = createTestFloor(file(contest, more))
        once.write(...[...standing.values()].reverse())
        expect(standingsAt(floor, contest, at)).toEqual(standingsAt(once, contest, at))
        expect(standingsAt(floor, contest, at, true)).toEqual(standingsAt(once, contest, at, true))
        // What somebody has is what the counters have, which the oracle of the engine checks.
        if (fields.counts === 'calls' && !('win' in fields)) {
          const days = { from: 20773, to: 20778 }
          const plan = once.engine.model.metric('calls')
          for (const [id, row] of Object.entries(standingsAt(floor, contest, '2026-11-18T00:00:00Z').rows)) {
            const subject = once.engine.model.roster.subjectOf(id) ?? -1
            expect(row.score).toBe(once.engine.value(plan?.index ?? -1, [{ subject, days }]))
          }
        }
      },
    ),
    { numRuns: propertyRuns(150) },
  )
})

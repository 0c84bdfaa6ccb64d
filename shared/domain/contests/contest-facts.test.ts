import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { ContestBoard } from '../../wire/boards/contest-board.ts'
import { Contest } from '../../wire/contests/contest.ts'
import { Fact } from '../../wire/fact.ts'
import { explainFacts } from '../boards/explained-answer.ts'
import { addsUp } from '../boards/figures/adds-up.ts'
import { figuresOfBoard, findFigure } from '../boards/figures/board-figures.ts'
import { workOut } from '../boards/figures/work-out.ts'
import { occasionsUntil } from '../counting/contest-occasions.ts'
import { decideFact } from '../facts/deal-history.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import type { ContestBook } from '../standing/contest-book.ts'
import { createNumbers } from '../standing/numbers.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
  win,
} from '../test-support/test-floor.ts'
import { contestFacts } from './contest-facts.ts'
import { createStandings } from './standings.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const rate = metricOf('rate', { ratio: ['revenue', 'calls'] }, { unit: 'percent' })

const contestOf = (fields: object): Contest =>
  Contest.parse({
    ...{ id: 'game', name: 'Game', counts: 'calls', from: '2026-11-16', until: '2026-11-20' },
    ...{ win: { by: 'most' }, state: 'announced' },
    ...fields,
  })

const file = (contest: Contest) =>
  floorOf({
    teams: [
      team('east', { timeZone: 'America/New_York' }),
      team('west', { timeZone: 'America/Los_Angeles' }),
    ],
    people: [
      person('ana', { team: 'east', role: 'ae' }),
      person('bo', { team: 'east', role: 'ae' }),
      person('cy', { team: 'west', role: 'sdr' }),
      person('di', { team: [{ team: 'west' }, { team: 'east', from: '2026-11-18' }], role: 'sdr' }),
    ],
    roles: [
      { id: 'ae', name: 'AE' },
      { id: 'sdr', name: 'SDR' },
    ],
    metrics: [calls, revenue, rate],
    contests: [contest],
  })

const at = fc
  .integer({ min: 0, max: 9 * 24 * 60 })
  .map((minutes) => new Date(Date.parse('2026-11-14T00:00:00Z') + minutes * 60_000).toISOString())
const anyFact = fc
  .record({
    id: fc.integer({ min: 0, max: 20 }),
    rep: fc.constantFrom('ana', 'bo', 'cy', 'di'),
    at,
    dollars: fc.integer({ min: 1, max: 900 }),
    isShared: fc.boolean(),
  })
  .map(({ id, rep, at: when, dollars, isShared }) => {
    const other = rep === 'ana' ? 'cy' : 'ana'
    const more = {
      id: `fact ${id}`,
      ...(isShared && {
        credits: [
          { rep, share: 0.5 },
          { rep: other, share: 0.5 },
        ],
      }),
    }
    return id % 3 === 0 ? win(rep, when, dollars, more) : call(rep, when, more)
  })
const anyContest = fc.constantFrom(
  {},
  { counts: 'revenue', win: { by: 'first-to', value: 1000 } },
  { from: '2026-11-16T09:00', until: '2026-11-18T17:00', win: { by: 'king' } },
  { from: '2026-11-16T09:00', until: '2026-11-18T17:00', counts: 'revenue' },
  { team: 'west', win: { by: 'over', value: 3 } },
  { counts: 'revenue', between: 'teams', of: 'per-head' },
  { between: 'teams' },
  { win: { by: 'raffle', ticketEach: 2 } },
  { counts: 'rate' },
  { handicap: { sdr: 2 } },
  { handicap: 'own-usual' },
  {
    counts: [
      { metric: 'calls', each: 3 },
      { metric: 'revenue', each: 0.01 },
    ],
  },
)
/** Of these every score is what its facts come to, or is divided from it. */
const scored = new Set(['most', 'first-to', 'over', 'raffle'])

test('[K90] what counts in a contest is the sum of the facts that are listed for it, each counted alone', () => {
  let checked = 0
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 25 }), anyContest, at, (facts, fields, when) => {
      const ms = Date.parse(when)
      const contest = contestOf(fields)
      const floor = createTestFloor(file(contest))
      const { engine } = floor
      const stored = new Map<string, StoredFact>()
      for (const value of facts) {
        const fact = Fact.parse(value)
        const before = stored.get(fact.id) ?? null
        if (before !== null && before.fact.type !== fact.type) continue
        const after = decideFact(before, { fact, receivedAt: ms }, engine.model.file.floor.stages)
        engine.apply(before, after, ms)
        if (after) stored.set(fact.id, after)
      }
      const [occasion] = occasionsUntil(contest, engine.model, ms, 1)
      if (occasion === undefined) throw new Error('no occasion')
      const book: ContestBook = {
        standings: (_id, instant) =>
          createStandings(engine, contest, occasion)?.({ ms: instant, isEnd: false, seed: null, sha256 }) ??
          null,
        ended: () => [],
        facts: (_id, instant) =>
          contestFacts(engine, contest, occasion, Math.min(instant, occasion.over - 1)),
      }
      const numbers = createNumbers(engine, ...[undefined, undefined, undefined, undefined, undefined], book)
      const board = ContestBoard.parse({ id: 'game', kind: 'contest', title: 'Game', contest: 'game' })
      const found = figuresOfBoard(numbers, board, ms)
      for (const { figures } of found.groups)
        for (const figure of figures) {
          const what = `${figure.id} = ${figure.value}`
          if (figure.facts !== null) {
            const explainer = explainFacts(found.numbers, figure.facts, {
              text: '',
              at: ms,
              maySee: () => true,
            })
            for (const each of stored.values()) explainer?.take(each)
            const answer = explainer?.answer()
            expect(answer?.value ?? null, what).toBeCloseTo(figure.value ?? 0, 6)
            expect(answer && addsUp(answer), `${what} ${JSON.stringify(answer)}`).not.toBe(false)
            checked += 1
          }
          for (const term of figure.working?.terms ?? [])
            if (term.figure !== undefined)
              expect(findFigure(found, term.figure)?.figure.value).toBe(term.value)
          if (figure.working !== null) {
            const terms = figure.working.terms.map(({ value }) => value)
            expect(workOut(figure.working.by, terms, figure.unit), what).toBeCloseTo(figure.value ?? 0, 6)
          }
          const isScore = figure.id.endsWith('.score') && scored.has(contest.win.by)
          if (isScore && contest.handicap !== 'own-usual')
            expect(figure.facts ?? figure.working, `${what} ${JSON.stringify(contest)}`).not.toBe(null)
        }
    }),
    { numRuns: propertyRuns(60) },
  )
  expect(checked).toBeGreaterThan(50)
})

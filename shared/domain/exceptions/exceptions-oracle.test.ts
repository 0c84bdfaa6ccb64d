// What is open against a recomputation from all facts, which shares no code with it: deals that come, change, move to another
// owner, are closed, withdrawn and come again, while the clock goes on, over a fold that is begun anew in between.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { Fact } from '../../wire/fact.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { createTestFloor, floorOf, person, team } from '../test-support/test-floor.ts'
import { decideEpisodes } from './decide-episodes.ts'
import { createEpisodeBook, type EpisodeEvent } from './episodes.ts'
import { findExceptions, howCleared } from './find-exceptions.ts'
import { createOpenDeals } from './open-deals.ts'

const zones = { east: 'America/New_York', tokyo: 'Asia/Tokyo' } as const
const teamOf = { ana: 'east', aki: 'tokyo' } as const
type Rep = keyof typeof teamOf

const file = floorOf({
  teams: Object.entries(zones).map(([id, timeZone]) => team(id, { timeZone })),
  people: Object.entries(teamOf).map(([id, of]) => person(id, { team: of })),
  exceptions: [
    { id: 'late', name: 'Late', deal: { overdue: 2 } },
    { id: 'bare', name: 'Bare', deal: { missing: 'amount' } },
    { id: 'east', name: 'East', deal: { overdue: 0 }, team: 'east' },
  ],
})

const hourMs = 3_600_000
const begin = Date.parse('2026-03-05T00:00:00Z')
const dateOf = (day: number): string => new Date(begin + day * 24 * hourMs).toISOString().slice(0, 10)

interface Said {
  readonly rep: Rep
  readonly close: number | null
  readonly amount: boolean
  readonly status: 'open' | 'won'
}

const said: fc.Arbitrary<Said> = fc.record({
  rep: fc.constantFrom<Rep>('ana', 'aki'),
  close: fc.option(fc.integer({ min: -3, max: 6 }), { nil: null }),
  amount: fc.boolean(),
  status: fc.constantFrom('open', 'open', 'won'),
})
const step = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  said: fc.option(said, { nil: null }),
  hours: fc.integer({ min: 0, max: 30 }),
  restart: fc.boolean(),
})

const factOf = (id: string, { rep, close, amount, status }: Said): StoredFact => ({
  fact: Fact.parse({
    source: 'crm',
    id,
    type: 'deal',
    status,
    expectedCloseOn: close === null ? null : dateOf(close),
    amount: amount ? { minor: 100, currency: 'USD' } : null,
    credits: [{ rep }],
  }),
  history: [],
  receivedAt: 0,
})

/** The local date as the platform's own calendar tells it. */
const localDate = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(ms)
const daysLate = (close: number, today: string): number =>
  Math.round((Date.parse(today) - Date.parse(dateOf(close))) / (24 * hourMs))

const expected = (deals: ReadonlyMap<string, Said>, ms: number): readonly string[] => {
  const open = [...deals].filter(([, { status }]) => status === 'open')
  const anyAmount = open.some(([, { amount }]) => amount)
  return open
    .flatMap(([id, { rep, close, amount }]) => {
      const late = close === null ? 0 : daysLate(close, localDate(ms, zones[teamOf[rep]]))
      return [
        ...(late > 2 ? [`late ${id}`] : []),
        ...(!amount && anyAmount ? [`bare ${id}`] : []),
        ...(late > 0 && rep === 'ana' ? [`east ${id}`] : []),
      ]
    })
    .sort()
}

test('[E1][E2][E10] what is open is what the facts say, whatever came before', () => {
  const { numbers } = createTestFloor(file)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const deals = createOpenDeals()
      const stands = new Map<string, Said>()
      const kept: { readonly event: EpisodeEvent; readonly at: number }[] = []
      let book = createEpisodeBook()
      let now = begin
      for (const each of steps) {
        now += each.hours * hourMs
        if (each.said === null) stands.delete(each.id)
        else stands.set(each.id, each.said)
        deals.put('crm', each.id, each.said && factOf(each.id, each.said))
        if (each.restart) {
          book = createEpisodeBook()
          for (const { event, at } of kept) book.take(event, at)
        }
        const looked = findExceptions(numbers, deals, now)
        for (const event of decideEpisodes(book, looked, (one) => howCleared(numbers, deals, one, now))) {
          expect(book.take(event, now)).toBe(true)
          kept.push({ event, at: now })
        }
        expect(
          book
            .open()
            .map(({ rule, subject }) => `${rule} ${subject.kind === 'deal' ? subject.id : ''}`)
            .sort(),
        ).toEqual(expected(stands, now))
        for (const { since, openedAt } of book.open()) expect(since).toBeLessThanOrEqual(openedAt)
      }
    }),
    { numRuns: propertyRuns(150) },
  )
})

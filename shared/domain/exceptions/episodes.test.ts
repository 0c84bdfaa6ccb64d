import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { ExceptionRule } from '../../wire/exception-rule.ts'
import type { ClearedHow } from '../../wire/exceptions.ts'
import type { Found } from '../flags/found.ts'
import { decideEpisodes } from './decide-episodes.ts'
import { causeOf, createEpisodeBook, type EpisodeBook, type EpisodeEvent } from './episodes.ts'
import { lifetimesOf } from './lifetimes.ts'

const ruleOf = (id: string, more: object = {}): ExceptionRule =>
  ExceptionRule.parse({ id, name: `Rule ${id}`, deal: { overdue: 0 }, ...more })

const foundIn = (rule: string, id: string, since = 0): Found => ({
  rule,
  subject: { kind: 'deal', source: 'crm', id },
  title: id,
  owner: 'ana',
  ownerName: 'Ana',
  team: 'east',
  why: { kind: 'overdue', on: '2026-11-01', days: 3 },
  since,
})

const mended = (): ClearedHow => 'mended'

/** One look, with what the log would keep of it. */
const look = (
  book: EpisodeBook,
  at: number,
  rules: Readonly<Record<string, readonly string[] | null>>,
  kept = new Map<string, EpisodeEvent>(),
): readonly EpisodeEvent[] => {
  const looked = Object.entries(rules).map(([id, deals]) => ({
    rule: ruleOf(id),
    found: deals?.map((deal) => foundIn(id, deal)) ?? null,
  }))
  const events = decideEpisodes(book, looked, mended)
  for (const event of events) {
    if (kept.has(causeOf(event))) throw new Error('a cause that the log has already')
    kept.set(causeOf(event), event)
    if (!book.take(event, at)) throw new Error('an event that changes nothing')
  }
  return events
}

describe('the life of an exception', () => {
  test('[E10] begins once, is over once, and came back when it begins again', () => {
    const book = createEpisodeBook()
    expect(look(book, 100, { late: ['a', 'a'] })).toHaveLength(1)
    expect(look(book, 200, { late: ['a'] })).toEqual([])
    expect(book.open()).toMatchObject([{ nth: 1, since: 0, openedAt: 100, cleared: null }])
    look(book, 300, { late: [] })
    expect(book.open()).toEqual([])
    look(book, 400, { late: ['a'] })
    // By the facts it has been so since 0; it was in order until 300.
    expect(book.open()).toMatchObject([{ nth: 2, since: 300, openedAt: 400 }])
    expect(book.cleared()).toMatchObject([{ nth: 1, cleared: { at: 300, how: 'mended' } }])
  })

  test('[E12] of a rule that can say nothing at the moment nothing begins and nothing is over', () => {
    const book = createEpisodeBook()
    look(book, 100, { late: ['a'], low: ['b'] })
    expect(look(book, 200, { late: null, low: [] })).toMatchObject([{ event: 'cleared' }])
    expect(book.open()).toMatchObject([{ rule: 'late' }])
  })

  test('[E11] of a rule that is gone, what was open is over', () => {
    const book = createEpisodeBook()
    look(book, 100, { late: ['a'] })
    expect(decideEpisodes(book, [], () => 'rule changed')).toMatchObject([{ how: 'rule changed' }])
  })

  test('[E13][E14] notes and times set aside are counted, what is over takes no more, and whatever comes twice changes nothing', () => {
    const book = createEpisodeBook()
    look(book, 100, { late: ['a'] })
    const id = book.open()[0]?.id ?? ''
    const note = (nth: number): EpisodeEvent => ({
      event: 'written',
      episode: id,
      nth,
      name: 'Dana',
      text: 'Please.',
      to: 'ana@floor.test',
      by: 'mail',
      delivery: `d${nth}`,
    })
    expect([book.take(note(2), 1), book.take(note(1), 2), book.take(note(1), 3)]).toEqual([
      false,
      true,
      false,
    ])
    const snooze = (nth: number, until: number | null): EpisodeEvent => ({
      event: 'snoozed',
      episode: id,
      nth,
      until,
      name: 'Dana',
    })
    expect([book.take(snooze(1, 900), 4), book.take(snooze(1, 500), 5)]).toEqual([true, false])
    expect(book.get(id)).toMatchObject({
      notes: [{ at: 2, name: 'Dana' }],
      snoozes: 1,
      snoozed: { until: 900 },
    })
    expect(book.take(snooze(2, null), 6)).toBe(true)
    expect(book.get(id)?.snoozed).toBeNull()
    const seen: EpisodeEvent = { event: 'seen', episode: id, name: 'Dana' }
    expect([book.take(seen, 7), book.take(seen, 8), book.get(id)?.seenAt]).toEqual([true, false, 7])
    look(book, 100, { late: [] })
    expect([book.take(note(2), 9), book.take(seen, 9)]).toEqual([false, false])
  })

  test('[E10] for any looks: never two open, numbers without gaps, and the fold of what was kept is what stands', () => {
    const deals = ['a', 'b', 'c']
    const found = fc.option(fc.subarray(deals), { nil: null, freq: 5 })
    const looks = fc.array(fc.record({ late: found, low: found }), { maxLength: 30 })
    fc.assert(
      fc.property(looks, (all) => {
        const book = createEpisodeBook()
        const kept = new Map<string, EpisodeEvent>()
        const times = new Map<string, number>()
        /** What is off by the last look that could say it. */
        const off = new Map<string, boolean>()
        all.forEach((rules, at) => {
          look(book, at, rules, kept)
          for (const [rule, ids] of Object.entries(rules)) {
            if (ids === null) continue
            for (const id of deals) {
              const key = `${rule} ${id}`
              if (ids.includes(id) && off.get(key) !== true) times.set(key, (times.get(key) ?? 0) + 1)
              off.set(key, ids.includes(id))
            }
          }
          const open = book.open().map(({ rule, title }) => `${rule} ${title}`)
          expect(new Set(open).size).toBe(open.length)
          expect([...open].sort()).toEqual([...off].flatMap(([key, is]) => (is ? [key] : [])).sort())
          for (const { rule, title, nth } of book.open()) expect(nth).toBe(times.get(`${rule} ${title}`))
        })
        const again = createEpisodeBook()
        for (const event of kept.values()) again.take(event, 0)
        expect(
          again
            .open()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(
          book
            .open()
            .map(({ id }) => id)
            .sort(),
        )
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})

test('[E17] lifetimes are sums by team: the median of what was mended, of what was written about, and how much came back', () => {
  const book = createEpisodeBook()
  const day = 86_400_000
  const write = (deal: string, at: number): void => {
    const episode = book.open().find(({ title }) => title === deal)?.id ?? ''
    book.take(
      { event: 'written', episode, nth: 1, name: 'D', text: 't', to: 'x', by: 'mail', delivery: 'd' },
      at,
    )
  }
  look(book, 0, { late: ['a', 'b', 'c'] })
  write('a', 1)
  look(book, 2 * day, { late: ['b', 'c'] })
  look(book, 4 * day, { late: ['c'] })
  look(book, 5 * day, { late: ['c', 'a'] })
  const teams = [
    { id: 'east', name: 'East' },
    { id: 'west', name: 'West' },
  ]
  const of = (sees: (team: string | null) => boolean) =>
    lifetimesOf(book.open(), book.cleared(), teams, sees, 6 * day)
  expect(of(() => true)).toEqual([
    {
      team: 'east',
      name: 'East',
      open: 2,
      longest: 6 * day,
      mended: 2,
      median: 3 * day,
      written: { mended: 1, median: 2 * day },
      cameBack: 1,
    },
  ])
  expect(of((team) => team === 'west')).toEqual([])
})

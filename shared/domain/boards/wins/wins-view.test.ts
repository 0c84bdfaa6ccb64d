import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { WinsBoard, WinsView } from '../../../wire/boards/wins-board.ts'
import { type Deal, Fact } from '../../../wire/fact.ts'
import { touchedWins } from '../../counting/changes.ts'
import { createEngine, type Engine } from '../../counting/engine.ts'
import { createFloorModel } from '../../counting/floor-model.ts'
import { decideFact } from '../../facts/deal-history.ts'
import type { StoredFact } from '../../facts/stored-fact.ts'
import { createNumbers, type Numbers } from '../../standing/numbers.ts'
import { createTestFloor, floorOf, person, team, win } from '../../test-support/test-floor.ts'
import { topWord, topWordsOf } from '../../test-support/test-words.ts'
import { dayMs } from '../../time/calendar-date.ts'
import { createWinsView } from './wins-view.ts'

/** A Wednesday; the week began on Monday the 16th. */
const now = '2026-11-18T12:00:00Z'
const teams = [team('east'), team('west')]
const people = [
  person('ana', { name: 'Ana Lopez', team: [{ team: 'east' }, { team: 'west', from: '2026-11-17' }] }),
  person('bo', { name: 'Bo Berg', team: 'west' }),
  person('cy', { name: 'Cy', team: 'east' }),
  person('dee', { name: 'Dee', team: 'east', endedOn: '2026-11-17' }),
]
const floor = (more: { floor?: object } = {}) => createTestFloor(floorOf({ teams, people, ...more }))

const viewOf = (numbers: Numbers, options: object = {}, ms = Date.parse(now)): WinsView =>
  WinsView.parse(
    createWinsView(numbers, WinsBoard.parse({ id: 'wins', title: 'Wins', kind: 'wins', ...options })).compute(
      ms,
    ),
  )

const inOrder = ({ rows }: WinsView) => Object.values(rows).sort((a, b) => a.place - b.place)
const dollars = (view: WinsView) => inOrder(view).map(({ amount }) => (amount ?? 0) / 100)

describe('a wins board', () => {
  test('[B31] shows the latest first, whole, beside who closed it and who else is credited', () => {
    const { write, numbers } = floor()
    write(
      win('ana', '2026-11-18T10:00:00Z', 90, {
        account: 'Brightwater',
        credits: [
          { rep: 'bo', share: 0.3, role: 'assist' },
          { rep: 'ana', share: 0.5 },
          { rep: 'stranger', share: 0.1 },
          { rep: 'BO', share: 0.1 },
        ],
      }),
      win('bo', '2026-11-18', 40),
      win('cy', '2026-11-18T11:00:00Z', 10),
      win('cy', '2026-11-18T12:00:01Z', 1),
    )
    const [latest, shared, dated, ...others] = inOrder(viewOf(numbers))
    expect([latest?.name, shared?.name, dated?.name, others]).toEqual(['Cy', 'Ana Lopez', 'Bo Berg', []])
    expect(shared).toMatchObject({ account: 'Brightwater', amount: 9000, wholeDay: false, moreHelpers: 0 })
    expect(shared?.helpers).toEqual([
      { id: 'bo', name: 'Bo Berg', short: 'Bo B.', share: 0.3, role: 'assist' },
    ])
    expect(dated).toMatchObject({ wholeDay: true, at: Date.parse('2026-11-18') })
  })

  test('[C64] a deal has the latest word about it beside it', () => {
    const { write, engine } = floor()
    write(win('bo', '2026-11-17', 80, { id: 'a' }), win('cy', '2026-11-18', 70, { id: 'b' }))
    const deal = { source: 'crm', id: 'a', amountMinor: 8000, account: null, helpers: [] }
    const words = topWordsOf(
      topWord('Well done', '2026-11-17T10:00:00Z', { deal }),
      topWord('Superb', '2026-11-17T11:00:00Z', { deal }),
      topWord('Of another', '2026-11-17T12:00:00Z', { deal: { ...deal, source: 'other' } }),
      topWord('Of no deal', '2026-11-17T13:00:00Z'),
    )
    const view = viewOf(createNumbers(engine, () => false, words))
    expect(inOrder(view).map(({ name, word }) => [name, word])).toEqual([
      ['Cy', null],
      ['Bo Berg', { text: 'Superb', from: 'Dana W.' }],
    ])
  })

  test('[B31] looks back so many days, today included, and converts', () => {
    const rates = [{ currency: 'GBP', from: '2026-01-01', rate: 1.25 }]
    const { write, numbers } = floor({ floor: { rates } })
    write(
      win('bo', '2026-11-18', 1, { amount: { minor: 8000, currency: 'GBP' } }),
      win('bo', '2026-11-05', 5),
      win('bo', '2026-11-04', 4),
      win('bo', '2026-11-03', 3, { amount: null }),
    )
    expect(dollars(viewOf(numbers))).toEqual([100, 5])
    expect(viewOf(numbers, { days: 90 })).toMatchObject({ deals: 4, total: 10_900 })
    expect(viewOf(numbers, { days: 1 })).toMatchObject({ deals: 1, window: { label: 'Today' } })
  })

  test('[B32] the biggest is the whole week’s, of equals the first, and last week’s is none', () => {
    const { write, numbers } = floor()
    const biggest = (options: object = {}) => {
      const view = viewOf(numbers, options)
      return view.rows[view.biggest ?? '']?.name
    }
    write(
      win('bo', '2026-11-15', 999),
      win('cy', '2026-11-18', 0),
      win('bo', '2026-11-17', 0, { amount: null }),
    )
    expect(biggest()).toBeUndefined()
    write(win('cy', '2026-11-16', 70), win('bo', '2026-11-17', 70), win('bo', '2026-11-18T09:00:00Z', 60))
    expect(biggest()).toBe('Cy')
    expect(dollars(viewOf(numbers, { days: 1 }))).toEqual([60, 70])
  })

  test('[B32] the biggest stays when many came after it', () => {
    const { write, numbers } = floor()
    write(win('cy', '2026-11-16', 70))
    for (let index = 0; index < 40; index++) write(win('bo', '2026-11-17', 1))
    const view = viewOf(numbers)
    expect(Object.keys(view.rows)).toHaveLength(25)
    expect(view).toMatchObject({ deals: 41, biggest: Object.keys(view.rows).at(-1) })
  })

  test('[B160] a refund and a deal of nothing are no wins, and what went back is part of the sum', () => {
    const { write, numbers, engine } = floor()
    write(
      win('bo', '2026-11-16', 0),
      win('bo', '2026-11-16T08:00:00Z', -35_000),
      win('bo', '2026-11-17', 100_000),
      win('bo', '2026-11-18', -1),
    )
    const view = viewOf(numbers)
    expect(inOrder(view).map(({ amount, first }) => [amount, first])).toEqual([[10_000_000, true]])
    expect(view).toMatchObject({ deals: 1, total: 6_499_900, refunds: 2 })
    expect(engine.wonDeals.recent.latest(Date.parse(now), () => true)?.amountMinor).toBe(10_000_000)
  })

  test('[B160] a refund in a currency without a rate is no win either', () => {
    const rates = [{ currency: 'GBP', from: '2026-11-17', rate: 1.25 }]
    const { write, numbers } = floor({ floor: { rates } })
    write(
      win('bo', '2026-11-16', 0, { amount: { minor: -500, currency: 'GBP' } }),
      win('bo', '2026-11-16', 0, { amount: null }),
    )
    expect(inOrder(viewOf(numbers)).map(({ amount, first }) => [amount, first])).toEqual([[null, true]])
  })

  test('[B161] on a floor of full credit no share is said', () => {
    const { write, numbers } = floor({ floor: { credit: 'full' } })
    const credits = [
      { rep: 'ana', share: 0.5 },
      { rep: 'bo', share: 0.5, role: 'assist' },
    ]
    write(win('ana', '2026-11-18T10:00:00Z', 90, { credits }))
    expect(inOrder(viewOf(numbers))[0]?.helpers).toMatchObject([{ id: 'bo', share: null }])
  })

  test('[B33] a first deal is the first of all that stand, however long ago the floor began', () => {
    const { write, withdraw, numbers } = floor()
    const firsts = () => inOrder(viewOf(numbers)).map(({ first }) => first)
    const old = win('bo', '2019-03-01', 5)
    write(old, win('bo', '2026-11-16', 5), win('bo', '2026-11-17', 5))
    expect(firsts()).toEqual([false, false])
    withdraw(Fact.parse(old).id)
    expect(firsts()).toEqual([false, true])
    write({ ...old, status: 'lost' })
    expect(firsts()).toEqual([false, true])
    write({ ...old, status: 'won' })
    expect(firsts()).toEqual([false, false])
  })

  test('[B31] a deal that is lost again, shrinks or goes is told at once', () => {
    const { write, withdraw, numbers, engine } = floor()
    const deal = win('bo', '2026-11-17', 80)
    write(deal)
    expect(engine.takeTouched()).toEqual([touchedWins])
    write({ ...deal, amount: { minor: 500, currency: 'USD' } })
    expect(dollars(viewOf(numbers))).toEqual([5])
    write({ ...deal, status: 'lost' })
    expect(viewOf(numbers)).toMatchObject({ rows: {}, biggest: null, deals: 0, total: 0 })
    write(deal)
    withdraw(Fact.parse(deal).id)
    expect(viewOf(numbers)).toMatchObject({ rows: {}, changedAt: Date.parse('2026-11-20T13:00:00Z') })
  })

  test('[B31] leaves a deal with the team it was won in, and those out who have left', () => {
    const { write, numbers } = floor()
    write(
      win('ana', '2026-11-16', 1, { id: 'a' }),
      win('ana', '2026-11-17', 2),
      win('dee', '2026-11-16', 3, { id: 'b' }),
    )
    expect(dollars(viewOf(numbers, { scope: { team: 'east' } }))).toEqual([1])
    expect(dollars(viewOf(numbers, { scope: { team: 'west' } }))).toEqual([2])
    expect(dollars(viewOf(numbers, {}, Date.parse('2026-11-17T20:00:00Z')))).toEqual([2, 1, 3])
  })

  test('looks back 1 to 90 whole days', () => {
    const parse = (days: number) => WinsBoard.safeParse({ id: 'w', title: 'W', kind: 'wins', days }).success
    expect([0, 1, 90, 91, 1.5].map(parse)).toEqual([false, true, true, false, false])
  })
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      id: fc.constantFrom(...ids),
      rep: fc.constantFrom('bo', 'cy', 'stranger'),
      status: fc.constantFrom('won', 'won', 'won', 'lost', 'open'),
      daysAgo: fc.integer({ min: -2, max: 130 }),
      wholeDay: fc.boolean(),
      minor: fc.option(fc.integer({ min: -100, max: 300 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), id: fc.constantFrom(...ids) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
)

/** By the plain reading of the rules, from every deal that stands; UTC, everybody. */
const recount = (deals: readonly Deal[], days: number, ms: number) => {
  const today = Math.floor(ms / dayMs)
  const wins = deals
    .filter(({ status, credits }) => status === 'won' && credits[0]?.rep !== 'stranger')
    .map(({ id, closedAt, amount, credits }) => ({
      id,
      at: Date.parse(closedAt ?? ''),
      minor: amount?.minor ?? null,
      rep: credits[0]?.rep,
    }))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
  const dayOf = ({ at }: { at: number }) => Math.floor(at / dayMs)
  const past = wins.filter(({ at }) => at <= ms)
  const monday = today - ((((today + 3) % 7) + 7) % 7)
  const ofWeek = past.filter((one) => dayOf(one) >= monday && (one.minor ?? 0) > 0)
  const most = Math.max(...ofWeek.map(({ minor }) => minor ?? 0))
  const biggest = ofWeek.findLast(({ minor }) => minor === most)
  const inWindow = past.filter((one) => dayOf(one) > today - days)
  const isWin = ({ minor }: { minor: number | null }) => minor === null || minor > 0
  const listed = inWindow.filter(isWin)
  const shown = past.filter((one) => listed.includes(one) || one === biggest)
  return {
    rows: shown.map(({ id, minor, rep }) => ({
      id,
      minor,
      first: wins.findLast((other) => other.rep === rep && isWin(other))?.id === id,
    })),
    biggest: biggest?.id,
    total: inWindow.reduce((sum, { minor }) => sum + (minor ?? 0), 0),
  }
}

test('[T2][B33] wins, the biggest and first deals equal a slow recount after any writes, edits, withdrawals and restarts', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), fc.integer({ min: 1, max: 90 }), (commands, days) => {
      const model = createFloorModel(floorOf({ people: [person('bo'), person('cy')] }))
      let engine: Engine = createEngine(model)
      let ms = Date.parse('2026-01-01T15:00:00Z')
      const stored = new Map<string, StoredFact>()
      const put = (id: string, fact: Fact | null): void => {
        const before = stored.get(id) ?? null
        const after = decideFact(before, { fact, receivedAt: ms }, [])
        engine.apply(before, after, ms)
        if (after) stored.set(id, after)
        else stored.delete(id)
      }
      for (const each of commands) {
        if (each.do === 'wait') ms += each.days * dayMs
        if (each.do === 'restart') engine = createEngine(model, structuredClone(engine.snapshot()))
        if (each.do === 'withdraw') put(each.id, null)
        if (each.do === 'write') {
          const closedAt = new Date(ms - each.daysAgo * dayMs).toISOString()
          const amount = each.minor === null ? null : { minor: each.minor, currency: 'USD' }
          const { id, status } = each
          const when = each.wholeDay ? closedAt.slice(0, 10) : closedAt
          const credits = [{ rep: each.rep }]
          put(id, Fact.parse({ source: 'crm', id, type: 'deal', status, closedAt: when, amount, credits }))
        }
        const view = viewOf(createNumbers(engine), { days }, ms)
        const byRow = new Map(ids.map((id) => [JSON.stringify(['crm', id]), id]))
        const rows = Object.entries(view.rows)
          .sort(([, a], [, b]) => a.place - b.place)
          .map(([key, { amount, first }]) => ({ id: byRow.get(key), minor: amount, first }))
        const deals = [...stored.values()].flatMap(({ fact }) => (fact.type === 'deal' ? fact : []))
        expect({ rows, biggest: byRow.get(view.biggest ?? ''), total: view.total }).toEqual(
          recount(deals, days, ms),
        )
      }
    }),
    { numRuns: propertyRuns(50) },
  )
})

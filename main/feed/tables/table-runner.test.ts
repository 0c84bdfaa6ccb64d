import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  csvOf,
  dealMapping,
  floorWithTable,
  openTableRig,
  type TableRig,
  wonRow,
} from '../../../test/tables/open-table-rig.ts'
import { startTableServer, type TableServer } from '../../../test/tables/table-server.ts'

const minute = 60_000
let server: TableServer
let rig: TableRig

beforeEach(async () => {
  server = await startTableServer()
})
afterEach(async () => {
  await rig.close()
  await server.close()
})

const many = (count: number): string[][] => Array.from({ length: count }, (_, nth) => wonRow(`d${nth}`))
const start = async (rows: readonly (readonly string[])[], more = '', mapping = dealMapping) => {
  server.served.body = csvOf(rows)
  rig = await openTableRig(floorWithTable(`{ kind: address, address: '${server.url}' }`, mapping, more))
  await rig.after(0)
}
const show = async (rows: readonly (readonly string[])[]) => {
  server.served.body = csvOf(rows)
  await rig.after(minute)
}
const amounts = (): (number | null)[] =>
  [...rig.facts().values()].map((fact) => (fact.type === 'deal' ? (fact.amount?.minor ?? null) : null))

describe('a table behind an address', () => {
  test('[N50] its rows are facts: new, changed, and gone where the row is gone', async () => {
    await start([wonRow('a'), wonRow('b', '12.50'), wonRow('c')])
    expect(rig.health).toMatchObject({ state: 'ok', facts: 3, trouble: null, place: '127.0.0.1' })
    expect(rig.facts().get('b')).toMatchObject({
      source: 'sheet',
      amount: { minor: 1250, currency: 'USD' },
      closedAt: '2026-11-20T15:00:00Z',
    })
    await show([wonRow('b', '13'), wonRow('c'), wonRow('d')])
    expect([...rig.facts().keys()]).toEqual(['b', 'c', 'd'])
    expect(amounts()).toEqual([1300, 10_000, 10_000])
    expect(rig.health).toMatchObject({ state: 'ok', facts: 3 })
  })

  test('[N51] nothing of its first reading is celebrated, and what is added from then on is; not what a restart reads again', async () => {
    await start([wonRow('a')])
    await show([wonRow('a'), wonRow('b', '100', '2026-11-20T10:30:30')])
    await expect.poll(rig.celebrated).toEqual(['big:sheet:b'])
    await rig.restart()
    await rig.after(minute)
    await rig.desk.act('sheet', { do: 'read-again' })
    await rig.after(minute)
    expect(rig.celebrated()).toHaveLength(1)
    expect(rig.facts().size).toBe(2)
  })

  test.each([
    ['by its tag', true],
    ['by its bytes', false],
  ])('[N52] one that did not change is not read again, which is known %s', async (_, hasEtag) => {
    server.served.hasEtag = hasEtag
    await start([wonRow('a')])
    const written = rig.written()
    await rig.after(minute)
    await rig.restart()
    await rig.after(minute)
    expect(server.asked).toHaveLength(3)
    expect(server.sent).toBe(hasEtag ? 1 : 3)
    expect(rig.written()).toBe(written)
    expect(rig.health).toMatchObject({ state: 'ok', readAt: rig.clock.now() })
  })

  test('[N53] a page, a lost column, an emptied table and rows of another kind change nothing, and are told in words', async () => {
    await start([wonRow('a'), wonRow('b')])
    const stays = async (body: string, words: RegExp, type = 'text/csv'): Promise<void> => {
      Object.assign(server.served, { body, type })
      await rig.after(6 * minute)
      expect(rig.health).toMatchObject({ state: 'refused', trouble: { kind: 'rights' } })
      expect(rig.health.trouble?.what).toMatch(words)
      expect(rig.facts().size).toBe(2)
    }
    await stays('<!doctype html><title>Sign in</title>', /web page.*not shared/)
    await stays('Id,Name\n', /web page/, 'text/html; charset=utf-8')
    await stays(csvOf([wonRow('a')]).replace('Amount', 'Sum'), /no column "Amount".*The numbers stay\./)
    await stays(csvOf([]), /no rows any more/)
    await stays('', /is empty/)
    await stays(
      csvOf([['a', 'Deal', 'priya', 'Perhaps', '1', '2026-11-20']]),
      /None of its 1 rows can be read: line 2: .*Perhaps/,
    )
    await stays('%PDF-1.7', /PDF/)
    Object.assign(server.served, { body: csvOf([wonRow('a'), wonRow('b')]), type: 'text/csv' })
    await rig.after(6 * minute)
    expect(rig.health).toMatchObject({ state: 'ok', trouble: null })
  })

  test('[N53] an address that fails is left alone for a while, and late in the end; what stands stays', async () => {
    await start([wonRow('a')])
    server.served.cutAt = 20
    server.served.body = csvOf(many(50))
    await rig.after(minute)
    expect(rig.health).toMatchObject({ state: 'ok', trouble: { kind: 'away' } })
    server.served.cutAt = null
    server.served.status = 429
    server.served.retryAfter = '600'
    await rig.after(5 * minute)
    expect(rig.health).toMatchObject({ state: 'late', trouble: { kind: 'busy' } })
    server.served.status = 200
    await rig.after(5 * minute)
    expect(rig.facts().size).toBe(1)
    await rig.after(6 * minute)
    expect(rig.health).toMatchObject({ state: 'ok', facts: 50 })
  })

  test('[N54] where much would go at once nothing is taken until somebody says so; a table that is mended asks no more', async () => {
    await start(many(40))
    await show(many(20))
    expect(rig.health).toMatchObject({ state: 'ok', facts: 20 })
    await show(many(9))
    expect(rig.health).toMatchObject({
      state: 'refused',
      question: { change: 0, withdraw: 11, of: 20, from: '2026-11', to: '2026-11' },
    })
    expect(rig.facts().size).toBe(20)
    await show(many(20))
    expect(rig.health).toMatchObject({ state: 'ok', question: null, facts: 20 })
    await show(many(9))
    await rig.restart()
    await rig.after(minute)
    expect(rig.health.question).toMatchObject({ withdraw: 11 })
    await rig.desk.act('sheet', { do: 'allow' })
    await rig.after(1000)
    expect(rig.health).toMatchObject({ state: 'ok', question: null, facts: 9 })
  })

  test('[N54] so many changes of a month are asked about, and celebrated by nobody once they are allowed', async () => {
    await start(many(40))
    await show(many(40).map(([id = '']) => wonRow(id, '900')))
    expect(rig.health.question).toMatchObject({ change: 40, withdraw: 0, of: 40 })
    await rig.desk.act('sheet', { do: 'allow' })
    await rig.after(1000)
    expect(new Set(amounts())).toEqual(new Set([90_000]))
    expect(rig.celebrated()).toEqual([])
  })

  test('[N55] a row that cannot be read is told with its line, and its fact stays; one without an id keeps what lacks from going', async () => {
    const broken = [...wonRow('b').slice(0, 3), 'Perhaps', '1', '2026-11-20']
    await start([wonRow('a'), wonRow('b'), wonRow('c')])
    await show([wonRow('a'), broken])
    expect([...rig.facts().keys()]).toEqual(['a', 'b'])
    expect(rig.health.refused).toMatchObject({
      rows: 1,
      first: [{ line: 3, why: expect.stringMatching(/Perhaps/) }],
    })
    await show([wonRow('a', '7'), ['', ...wonRow('x').slice(1)], wonRow('d')])
    expect([...rig.facts().keys()]).toEqual(['a', 'b', 'd'])
    expect(rig.facts().get('a')).toMatchObject({ amount: { minor: 700 } })
    await show([wonRow('a', '7')])
    expect([...rig.facts().keys()]).toEqual(['a'])
    expect(rig.health.refused.rows).toBe(0)
  })

  test('[N55] what the floor did not take is taken once the floor takes it', async () => {
    await start(
      [wonRow('a')],
      '',
      dealMapping.replace('amount: Amount', 'amount: { column: Amount, currency: GBP }'),
    )
    expect(rig.health).toMatchObject({ facts: 0, refused: { rows: 1, first: [{ line: 2 }] } })
    await rig.floor.edit(
      floorWithTable(
        `{ kind: address, address: '${server.url}' }`,
        dealMapping.replace('amount: Amount', 'amount: { column: Amount, currency: GBP }'),
      ).replace('rates: [', 'rates: [{ currency: GBP, from: 2020-01-01, rate: 1.3 }, '),
    )
    await rig.after(minute)
    expect(rig.health).toMatchObject({ facts: 1, refused: { rows: 0 } })
  })

  test('[N50] addresses that send one on are followed, but not for ever', async () => {
    server.served.hops = 3
    await start([wonRow('a')])
    expect(rig.facts().size).toBe(1)
    server.served.hops = 9
    await show([wonRow('a'), wonRow('b')])
    expect(rig.health.trouble?.what).toMatch(/without an end/)
  })

  test('[N51] other settings have all of it read again, silently, and what they leave out goes', async () => {
    await start([wonRow('a'), wonRow('b')])
    await rig.floor.edit(
      floorWithTable(
        `{ kind: address, address: '${server.url}' }`,
        dealMapping.replace('type: deal,', 'type: deal, when: { Id: [a, c] },'),
      ),
    )
    server.served.body = csvOf([wonRow('a'), wonRow('b'), wonRow('c')])
    await rig.after(minute)
    expect([...rig.facts().keys()]).toEqual(['a', 'c'])
    expect(rig.celebrated()).toEqual([])
  })
})

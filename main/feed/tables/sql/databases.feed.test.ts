// Queries of real databases: what they hold comes without losing a digit or an hour, nothing is ever written, and what changed,
// came late or went is here in the end.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DatabaseFrom } from '../../../../shared/wire/table.ts'
import { type DatabaseServer, startMariaDb, startPostgres } from '../../../../test/tables/database-servers.ts'
import {
  floorWithTable,
  memorySecrets,
  openTableRig,
  type TableRig,
} from '../../../../test/tables/open-table-rig.ts'
import type { OpenDatabase } from './database.ts'
import { createOpenMysql } from './mysql.ts'
import { createOpenPostgres } from './postgres.ts'

interface Engine {
  readonly kind: 'postgres' | 'mysql'
  readonly start: () => Promise<DatabaseServer>
  readonly open: OpenDatabase
  readonly setUp: readonly string[]
  /** A query that takes too long, and one that would write. */
  readonly slow: string
  readonly writing: string
  /** What of the values comes in another way. */
  readonly values: readonly string[]
  readonly valuesQuery: string
}

const password = 'read only, please'
const query =
  'SELECT id, name, owner, stage, amount, closed_at, updated_at FROM deals WHERE updated_at >= :since -- all of them'

const engines: readonly Engine[] = [
  {
    kind: 'postgres',
    start: startPostgres,
    open: createOpenPostgres({ allowLocal: true, queryMs: 1000 }),
    setUp: [
      `CREATE ROLE reader LOGIN PASSWORD '${password}'`,
      `CREATE ROLE writer LOGIN PASSWORD '${password}'`,
      'CREATE TABLE deals (id bigint PRIMARY KEY, name text, owner text, stage text, amount numeric(30,10), closed_at timestamptz, updated_at timestamptz)',
      'CREATE TABLE secrets (word text)',
      'GRANT SELECT ON deals TO reader',
      'GRANT SELECT, INSERT ON deals TO writer',
      'CREATE FUNCTION spoil() RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN DELETE FROM deals; RETURN 1; END $$',
    ],
    slow: 'SELECT pg_sleep(30)',
    writing: 'SELECT spoil() AS id',
    valuesQuery: `SELECT 9007199254740993::bigint AS a, 123456789012345678.0123456789::numeric AS b, 0.1::float8 AS c,
      DATE '2026-11-20' AS d, TIMESTAMP '2026-11-20 23:30:00.5' AS e, TIMESTAMPTZ '2026-11-20 23:30:00-05' AS f, true AS g, NULL AS h, 'ä "q", 1' AS i`,
    values: [
      ...['9007199254740993', '123456789012345678.0123456789', '0.1', '2026-11-20'],
      ...['2026-11-20T23:30:00.5', '2026-11-21T04:30:00+00:00', 'true', '', 'ä "q", 1'],
    ],
  },
  {
    kind: 'mysql',
    start: startMariaDb,
    open: createOpenMysql({ allowLocal: true, queryMs: 1000 }),
    setUp: [
      'CREATE DATABASE crm CHARACTER SET utf8mb4',
      'USE crm',
      `CREATE USER reader IDENTIFIED BY '${password}'`,
      `CREATE USER writer IDENTIFIED BY '${password}'`,
      'CREATE TABLE deals (id bigint PRIMARY KEY, name text, owner text, stage text, amount decimal(30,10), closed_at timestamp(3) NULL, updated_at timestamp(3) NULL)',
      'CREATE TABLE secrets (word text)',
      'GRANT SELECT ON crm.deals TO reader',
      'GRANT SELECT, INSERT ON crm.* TO writer',
      'CREATE FUNCTION spoil() RETURNS int MODIFIES SQL DATA BEGIN DELETE FROM deals; RETURN 1; END',
      'GRANT EXECUTE ON FUNCTION crm.spoil TO reader',
    ],
    slow: 'SELECT SLEEP(30) AS id',
    writing: 'SELECT spoil() AS id',
    valuesQuery: `SELECT CAST(9007199254740993 AS SIGNED) AS a, CAST('123456789012345678.0123456789' AS DECIMAL(30,10)) AS b, 0.1e0 AS c,
      DATE '2026-11-20' AS d, TIMESTAMP '2026-11-20 23:30:00.5' AS e, (SELECT max(closed_at) FROM deals WHERE id = 0) AS f, true AS g, NULL AS h, 'ä "q", 1' AS i`,
    values: [
      ...['9007199254740993', '123456789012345678.0123456789', '0.1', '2026-11-20'],
      ...['2026-11-20T23:30:00.5', '2026-11-21T04:30:00.000Z', '1', '', 'ä "q", 1'],
    ],
  },
]

const minute = 60_000
const mapping = `{ type: deal, id: id, credits: [{ rep: owner }], decimal: ',', dateFormat: DD.MM.YYYY, fields: {
      status: { column: stage, values: { won: Won, lost: Lost, open: Open } },
      name: name, amount: amount, closedAt: closed_at } }`

describe.skipIf(process.platform !== 'linux').each(engines)('a query: $kind', (engine) => {
  let server: DatabaseServer
  let rig: TableRig | null = null
  beforeAll(async () => {
    server = await engine.start()
    await server.run(...engine.setUp)
  })
  afterAll(() => server?.close())
  afterEach(async () => {
    await rig?.close()
    rig = null
    await run('DELETE FROM deals')
  })

  const run = (...statements: readonly string[]): Promise<void> =>
    server.run(...(engine.kind === 'mysql' ? ['USE crm'] : []), ...statements)
  const fromWith = (more: Partial<DatabaseFrom> = {}): DatabaseFrom => ({
    ...{
      kind: engine.kind,
      host: 'localhost',
      port: server.port,
      user: 'reader',
      tls: 'verify',
      ca: server.ca,
    },
    ...{ database: engine.kind === 'mysql' ? 'crm' : 'postgres', query, changed: 'updated_at' },
    ...more,
  })
  /** `at`: `15:20:00`, of this Friday in UTC. */
  const put = (id: number, at: string, more: { stage?: string; amount?: string } = {}): Promise<void> => {
    const { stage = 'Won', amount = '100.5' } = more
    const time = (clock: string) =>
      engine.kind === 'postgres'
        ? `'2026-11-20 ${clock}+00'`
        : `CONVERT_TZ('2026-11-20 ${clock}', '+00:00', '+05:30')`
    const values = `${id}, 'Deal ${id}', 'priya@northwind.test', '${stage}', ${amount}, ${time('14:00:00')}, ${time(at)}`
    return run(`DELETE FROM deals WHERE id = ${id}`, `INSERT INTO deals VALUES (${values})`)
  }
  const start = async (more: Partial<DatabaseFrom> = {}): Promise<TableRig> => {
    const secrets = memorySecrets({ 'table:sheet': password })
    rig = await openTableRig(floorWithTable(JSON.stringify(fromWith(more)), mapping), {
      secrets,
      openDatabase: engine.open,
    })
    await rig.after(0)
    return rig
  }
  const troubleOf = async (more: Partial<DatabaseFrom>, word = password): Promise<string> => {
    const database = await engine.open(fromWith(more), word)
    try {
      await database.rows(more.query ?? 'SELECT 1 AS id', 10)
      return 'none'
    } finally {
      await database.close()
    }
  }
  const trouble = (more: Partial<DatabaseFrom>, word?: string) =>
    expect(troubleOf(more, word).catch((error: unknown) => String(error))).resolves

  test('[N58] every value keeps its digits and its hour', async () => {
    await run(
      engine.kind === 'postgres'
        ? 'SELECT 1'
        : "INSERT INTO deals (id, closed_at) VALUES (0, CONVERT_TZ('2026-11-21 04:30:00', '+00:00', '+05:30'))",
    )
    const database = await engine.open(fromWith(), password)
    const { header, cells } = await database.rows(engine.valuesQuery, 10)
    await database.close()
    expect(header).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'])
    // MariaDB writes as many decimals as it computed with.
    expect(cells[0]?.map((value) => value.replace('00.500000', '00.5').replace('00.50', '00.5'))).toEqual(
      engine.values,
    )
  })

  test('[N58] what changed is read with an overlap, what went or came late is found at night, silently', async () => {
    await put(1, '15:00:00')
    await put(2, '15:20:00', { stage: 'Open' })
    const open = await start()
    expect(open.health).toMatchObject({ state: 'ok', facts: 2, trouble: null })
    expect(open.facts().get('1')).toMatchObject({
      amount: { minor: 10_050, currency: 'USD' },
      closedAt: '2026-11-20T14:00:00Z',
    })
    await put(2, '15:30:00', { amount: '7' })
    // Committed late, and ten minutes of overlap find it.
    await put(3, '15:21:00')
    await run('DELETE FROM deals WHERE id = 1')
    await open.after(minute)
    expect([...open.facts().keys()].sort()).toEqual(['1', '2', '3'])
    expect(open.facts().get('2')).toMatchObject({ status: 'won', amount: { minor: 700 } })
    // Later than any overlap.
    await put(4, '12:00:00')
    await open.after(minute)
    expect(open.facts().size).toBe(3)
    const written = open.written()
    await open.after(minute)
    expect(open.written()).toBe(written)
    open.clock.set('2026-11-21T08:30:00Z')
    await open.after(minute)
    expect([...open.facts().keys()].sort()).toEqual(['2', '3', '4'])
    // The one that was won while it was looked at; what was found at night is no news.
    expect(open.celebrated().filter((each) => !each.startsWith('card:'))).toEqual(['big:sheet:2'])
    expect(open.celebrated().filter((each) => each.endsWith(':4'))).toEqual([])
    await run('DELETE FROM deals')
    await open.desk.act('sheet', { do: 'read-again' })
    await open.after(minute)
    expect(open.health.trouble?.what).toMatch(/no rows any more/)
    expect(open.facts().size).toBe(3)
  })

  test('[N58] nothing can be written, by whatever query and user; a user who may is advised against', async () => {
    await put(1, '15:00:00')
    const user = { user: 'writer' }
    await trouble({ query: engine.writing }).toMatch(/would write/)
    for (const word of [
      'DELETE FROM deals',
      'DELETE FROM deals; SELECT 1',
      'SELECT 1) AS x; DELETE FROM deals; --',
    ])
      await trouble({ ...user, query: word }).toMatch(/cannot be run/)
    const open = await start()
    expect(open.facts().size).toBe(1)
    const tried = async (more: Partial<DatabaseFrom>) =>
      (await open.desk.tryOut({ table: { id: 'sheet', from: fromWith(more) } })).advice
    expect(await tried({})).toEqual([])
    expect(await tried(user)).toEqual([expect.stringMatching(/“writer” may write/)])
  })

  test('[N58] what it refuses is told in words: the password, a right, a query, a certificate, time', async () => {
    await trouble({}, 'another').toMatch(/does not take this user and password/)
    await trouble({ query: 'SELECT word FROM secrets' }).toMatch(/may not read/)
    await trouble({ query: 'SELECT nothing FROM deals' }).toMatch(/cannot be run.*nothing/)
    await trouble({ ca: undefined }).toMatch(/certificate is not proved/)
    await trouble({ host: '127.0.0.1' }).toMatch(/certificate is not proved/)
    await trouble({ tls: 'unverified', ca: undefined, host: '127.0.0.1' }).toBe('none')
    await trouble({ tls: 'off' }).toBe('none')
    await trouble({ port: 1 }).toMatch(/Nothing answers/)
    await trouble({ query: engine.slow }).toMatch(/longer than 1 s/)
    const open = await start({ query: query.replace('updated_at FROM', 'closed_at AS changed FROM') })
    expect(open.health.trouble?.what).toMatch(/no column “updated_at”/)
  })
})

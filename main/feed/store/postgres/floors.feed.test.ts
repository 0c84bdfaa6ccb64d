import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noLimits } from '../../../../shared/wire/floor-limits.ts'
import { type PostgresServer, startPostgres } from '../../../../test/tables/database-servers.ts'
import { BadSetUp } from '../../bad-set-up.ts'
import { type Decide, type FactWrite, type Log, LogUnavailable } from '../log.ts'
import { floorBackup, restoreFloor } from './floor-backup.ts'
import { moveFloor } from './floor-move.ts'
import { readFloorName } from './floor-name.ts'
import { measureFloor } from './floor-size.ts'
import { floorText } from './floor-text.ts'
import {
  closeFloor,
  createFloor,
  findFloor,
  limitFloor,
  listFloors,
  removeFloor,
  renameFloor,
} from './floors.ts'
import { openPostgresStore } from './open-postgres-store.ts'
import { ownFloor } from './owned-floor.ts'
import { createPostgresDatabase, type PostgresDatabase } from './postgres-database.ts'
import { prepareDatabase } from './prepare-database.ts'

let server: PostgresServer
let url: string
let otherUrl: string
let database: PostgresDatabase
let other: PostgresDatabase
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase('floorboard')
  otherUrl = await server.createDatabase('elsewhere')
  await prepareDatabase(url)
  await prepareDatabase(otherUrl)
  database = createPostgresDatabase(url)
  other = createPostgresDatabase(otherUrl)
})
afterAll(async () => {
  await database?.close()
  await other?.close()
  await server?.close()
})

const keep: Decide = (_before, { fact, receivedAt }) => fact && { fact, history: [], receivedAt }
const closes: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closes.splice(0)) await close()
})
const openLog = async (name: string, address = url): Promise<Log> => {
  const { node, lease, close } = await ownFloor({ url: address, name, who: 'a feed', patienceMs: 300 })
  const { log } = await openPostgresStore({ node, lease, decide: keep })
  closes.push(() => log.close(), close)
  return log
}
const newName = (): string => `f${randomUUID()}.example`
const call = (id: string): FactWrite => ({
  ...{ source: 'dialer', id, receivedAt: 1, by: 'test' },
  fact: {
    ...{ source: 'dialer', id, type: 'activity', kind: 'call', at: '2026-11-20' },
    credits: [{ rep: 'priya \u0000 \ud800 — “Ünïcode”' }],
  },
})
const calls = (from: number, to: number): FactWrite[] =>
  Array.from({ length: to - from }, (_, index) => call(`c-${from + index}`))
const saidBy = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error instanceof BadSetUp ? error.message : `a bug: ${error}`),
  )

/** What lies beside the log, as a node mirrors it; `bytes`: an expression. */
const putAside = (floor: number, seq: number, file: string, part: string, bytes: string) =>
  server.ask(
    `SET search_path = floorboard; UPDATE floor SET beside = ${seq} WHERE floor = ${floor};
     INSERT INTO beside VALUES (${floor}, '${file}', '${part}', ${seq}, ${bytes})
     ON CONFLICT (floor, file, part) DO UPDATE SET seq = excluded.seq, body = excluded.body`,
    'floorboard',
  )
const repeated = (byte: number, bytes: number): string => `decode(repeat('0${byte}', ${bytes}), 'hex')`
const rowsOf = (where: 'floorboard' | 'elsewhere', floor: number) =>
  Promise.all(
    [
      `SELECT seq, at, by, key, before_seq, body FROM floorboard.entry WHERE floor = ${floor} ORDER BY seq`,
      `SELECT key, seq FROM floorboard.head WHERE floor = ${floor} ORDER BY key`,
      `SELECT file, part, seq, md5(body) AS body FROM floorboard.beside WHERE floor = ${floor} AND body IS NOT NULL ORDER BY file, part`,
    ].map((statement) => server.ask(statement, where)),
  )

describe('[Q70] a floor is called by its host name', () => {
  test('in lower case and in ASCII, as a browser says it', () => {
    expect(readFloorName('Sales.ACME.example.')).toBe('sales.acme.example')
    expect(readFloorName('vertrieb.münchen.example')).toBe('vertrieb.xn--mnchen-3ya.example')
    expect(readFloorName('acme.localhost')).toBe('acme.localhost')
  })
  test.each([
    '',
    ' ',
    'https://acme.example',
    'acme.example:4400',
    'acme.example/x',
    '10.0.0.1',
    '[::1]',
    '123',
    'a..b',
    '-a.example',
    'a_b.example',
    'me@acme.example',
    `${'a'.repeat(64)}.example`,
    'a%2eb.example',
  ])('not %j', (text) => expect(() => readFloorName(text)).toThrow(`"${text}" is no host name`))
})

describe('[Q71] floors of a database', () => {
  test('are made with their limits, listed with who has them, limited, renamed and removed', async () => {
    const name = newName()
    await createFloor(database, name.toUpperCase(), { ...noLimits, tvs: 3, bytes: 2_000_000_000 })
    expect(await saidBy(createFloor(database, name))).toBe(
      `A floor is called ${name} already: names are given once.`,
    )
    const log = await openLog(name)
    await log.append(calls(0, 3))
    await log.append([{ ...call('c-1'), fact: null }])
    const found = await findFloor(database, name)
    expect(found).toMatchObject({
      ...{ name, entries: 4, facts: 2, closed: null, lastAt: 1 },
      limits: { factsAMinute: null, tvs: 3, bytes: 2_000_000_000 },
      owner: { name: expect.stringContaining('a feed') },
    })
    expect((await listFloors(database)).map((each) => each.name)).toContain(name)
    expect(await limitFloor(database, name, { factsAMinute: 100, tvs: null })).toEqual({
      ...{ factsAMinute: 100, tvs: null, bytes: 2_000_000_000 },
    })
    expect(await saidBy(findFloor(database, 'nobody.example'))).toBe(
      'No floor is called nobody.example; "floorboard floor list" shows them.',
    )
  })

  test('[Q72] whoever owns one that is renamed or removed writes nothing more', async () => {
    const [name, next] = [newName(), newName()]
    const { floor } = await createFloor(database, name)
    const before = await openLog(name)
    await before.append(calls(0, 2))
    expect(await renameFloor(database, name, next)).toBe(next)
    await expect(before.append(calls(2, 3))).rejects.toThrow(LogUnavailable)
    await createFloor(database, name)
    expect(await saidBy(renameFloor(database, next, name))).toContain('already: names are given once')
    const after = await openLog(next)
    await after.append(calls(2, 4))
    await putAside(floor, 1, 'tokens.json', '', repeated(1, 2))
    await removeFloor(database, floor)
    await expect(after.append(calls(4, 5))).rejects.toThrow(LogUnavailable)
    expect(await rowsOf('floorboard', floor)).toEqual([[], [], []])
    expect(await saidBy(findFloor(database, next))).toContain('No floor is called')
  })

  test('[Q72] a floor that is closed is claimed by nobody', async () => {
    const name = newName()
    const { floor } = await createFloor(database, name)
    await closeFloor(database, floor, 'it is being moved')
    expect(await saidBy(ownFloor({ url, name, who: 'a feed', patienceMs: 300 }))).toContain(
      'Another feed already runs',
    )
  })

  test('[Q73] its size is measured on from where it was measured last', async () => {
    const name = newName()
    const { floor } = await createFloor(database, name)
    expect(await measureFloor(database, floor)).toBe(0)
    const log = await openLog(name)
    await log.append(calls(0, 100))
    const first = await measureFloor(database, floor)
    expect(first / 100).toBeGreaterThan(300)
    expect(await measureFloor(database, floor)).toBe(first)
    // Two at once count nothing twice.
    await log.append(calls(100, 200))
    await Promise.all([measureFloor(database, floor), measureFloor(database, floor)])
    const second = await measureFloor(database, floor)
    expect((second - first) / first).toBeCloseTo(1, 1)
    await putAside(floor, 1, 'media/a.png', '0', repeated(1, 100_000))
    expect((await measureFloor(database, floor)) - second).toBeGreaterThanOrEqual(100_000)
    expect((await findFloor(database, name)).bytes).toBe(await measureFloor(database, floor))
  })
})

/** With facts that were changed and withdrawn, a floor file, and files beside it. */
const filled = async (pieceBytes = 1000): Promise<{ name: string; floor: number; log: Log }> => {
  const name = newName()
  const { floor } = await createFloor(database, name, { ...noLimits, tvs: 7 })
  const log = await openLog(name)
  await log.appendFloor({ text: 'floor: { name: Ünïcode }\n', at: 5, by: 'test' }, 0)
  await log.append(calls(0, 1200))
  await log.append([
    { ...call('c-1'), fact: null },
    { ...call('c-2'), by: 'again', fact: call('c-3').fact },
  ])
  await putAside(floor, 1, 'accounts.db', 'account:["a"]', "'\\x00ff0a1e'")
  await putAside(floor, 2, 'accounts.db', 'account:["gone"]', 'NULL')
  for (let piece = 0; piece < 6; piece += 1)
    await putAside(floor, 3 + piece, 'media/film.mp4', `${piece}`, repeated(piece, pieceBytes))
  return { name, floor, log }
}

describe('[Q74] a backup is one floor of one instant, in one file', () => {
  test('taken while it is written to, restored under another name with all that it had', async () => {
    // Of more than a page, by their bytes.
    const { name, floor, log } = await filled(1_000_000)
    const before = await rowsOf('floorboard', floor)
    // Whoever goes away in the middle takes nothing along.
    for await (const _ of floorBackup(database, name, new Date(1_000))) break
    const bytes = buffer(floorBackup(database, name, new Date(1_000)))
    await Promise.all([bytes, log.append(calls(5000, 5200))])
    const restored = newName()
    const was = await restoreFloor(database, restored, Readable.from([await bytes]))
    expect(was).toMatchObject({ from: name, at: 1_000, otherKey: false })
    const copy = await findFloor(database, restored)
    const [entries, heads, beside] = await rowsOf('floorboard', copy.floor)
    // All of the later facts or none of them: a group is one.
    expect([before[0]?.length, (before[0]?.length ?? 0) + 200]).toContain(entries?.length)
    expect(entries?.slice(0, before[0]?.length)).toEqual(before[0])
    expect(heads?.length).toBe(copy.facts + 1)
    expect(beside).toEqual(before[2])
    expect(copy).toMatchObject({ beside: 8, limits: { tvs: 7 }, entries: entries?.length })
    expect(copy.identity).not.toBe((await findFloor(database, name)).identity)
    expect(await floorText(database, restored)).toBe('floor: { name: Ünïcode }\n')
    // It goes on like any other.
    const again = await openLog(restored)
    expect(again.factCount).toBe(copy.facts)
    expect(await again.append([call('c-7'), call('new')])).toMatchObject([
      { seq: copy.entries + 1 },
      { seq: copy.entries + 2 },
    ])
    expect(await saidBy(restoreFloor(database, restored, Readable.from([await bytes])))).toContain(
      `A floor is called ${restored} already`,
    )
  })

  test('[Q75] one that is cut off, changed or none at all makes nothing', async () => {
    const { name } = await filled()
    const whole = await buffer(floorBackup(database, name, new Date()))
    const lines = gunzipSync(whole).toString('utf8').split('\n')
    const packed = (text: readonly string[]): Buffer => gzipSync(text.join('\n'))
    const changed = lines.map((line, index) => (index === 700 ? line.replace('dialer', 'dealer') : line))
    const later = [`${lines[0]?.replace('"format":1', '"format":2')}`, ...lines.slice(1)]
    const target = newName()
    const said = (bytes: Buffer): Promise<string> =>
      saidBy(restoreFloor(database, target, Readable.from([bytes])))
    expect(await said(whole.subarray(0, whole.length - 20))).toContain('its end is missing')
    expect(await said(packed(lines.slice(0, -2)))).toContain('it ends in the middle of a line')
    expect(await said(packed([...lines.slice(0, -2), '']))).toContain('its end is missing')
    expect(await said(packed(changed))).toContain('its bytes were changed')
    expect(await said(packed(lines.toSpliced(900, 1)))).toContain('its bytes were changed')
    expect(await said(packed(later))).toContain('has format 2, and this version reads up to 1')
    expect(await said(Buffer.from('PK no gzip'))).toContain('not packed by gzip')
    expect(await said(gzipSync('{"hello":1}\n'))).toContain('not what a backup has there')
    expect(await said(gzipSync(''))).toContain('it is empty')
    expect(await saidBy(findFloor(database, target))).toContain('No floor is called')
    expect(await saidBy(buffer(floorBackup(database, target, new Date())))).toContain('No floor is called')
  })
})

describe('[Q76] a floor is moved into another database while it runs', () => {
  test('with all of it, and then runs there alone', async () => {
    const { name, floor, log } = await filled()
    const acknowledged = new Set<string>()
    let writing = true
    const writer = (async () => {
      for (let at = 10_000; writing; at += 5) {
        const some = calls(at, at + 5)
        await log.append(some).then(
          () => {
            for (const { id } of some) acknowledged.add(id)
          },
          () => {
            writing = false
          },
        )
      }
    })()
    const moved = await moveFloor(database, other, name)
    writing = false
    await writer
    expect(moved).toMatchObject({ name, wasThere: false })
    expect(await rowsOf('floorboard', floor)).toEqual([[], [], []])
    expect(await saidBy(findFloor(database, name))).toContain('No floor is called')
    const there = await openLog(name, otherUrl)
    expect(there.factCount).toBe(moved.facts)
    const standing = await there.standing([...acknowledged].map((id) => ({ source: 'dialer', id })))
    expect(standing.filter(({ stored }) => stored === null)).toEqual([])
    expect(acknowledged.size).toBeGreaterThan(0)
    const copy = await findFloor(other, name)
    const [entries, heads, beside] = await rowsOf('elsewhere', copy.floor)
    expect(entries?.map(({ seq }) => Number(seq))).toEqual(
      Array.from({ length: moved.entries }, (_, at) => at + 1),
    )
    expect(heads?.length).toBe(moved.facts + 1)
    expect(beside?.length).toBe(7)
    expect(copy).toMatchObject({ beside: 8, limits: { tvs: 7 } })
  })

  test('[Q77] what cannot come over stays where it is, and runs on', async () => {
    const { name, log } = await filled()
    await createFloor(other, name)
    expect(await saidBy(moveFloor(database, other, name))).toContain(`A floor is called ${name} already`)
    expect(await saidBy(moveFloor(database, database, name))).toContain('of the same database')
    expect(await log.append(calls(9000, 9001))).toMatchObject([{ changed: true }])
  })

  test('[Q77] one that broke off at its end is finished by the same command', async () => {
    const { name, floor } = await filled()
    const kept = await findFloor(database, name)
    const bytes = await buffer(floorBackup(database, name, new Date()))
    await restoreFloor(other, name, Readable.from([bytes]))
    await closeFloor(database, floor, 'it is being moved to elsewhere')
    expect(await moveFloor(database, other, name)).toMatchObject({ wasThere: true, entries: kept.entries })
    expect(await saidBy(findFloor(database, name))).toContain('No floor is called')
    expect((await findFloor(other, name)).identity).toBe(kept.identity)
  })
})

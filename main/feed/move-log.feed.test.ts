import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { decideFact } from '../../shared/domain/facts/deal-history.ts'
import { Fact } from '../../shared/wire/fact.ts'
import { smallFloorText } from '../../test/floors/small-floor.ts'
import { type PostgresServer, startPostgres } from '../../test/tables/database-servers.ts'
import { systemClock } from './clock.ts'
import { moveLog } from './move-log.ts'
import { boundTo, openBoundStore } from './open-bound-store.ts'
import { openStore } from './open-store.ts'
import type { Decide, FactWrite, Log, LogEntry } from './store/log.ts'
import { prepareDatabase } from './store/postgres/prepare-database.ts'

const now = new Date('2026-11-20T20:00:00Z')
let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(() => server?.close())

let folder: string
let url: string
let count = 0
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-move-'))
  count += 1
  url = await server.createDatabase(`floor${count}`)
  await prepareDatabase(url)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** As a feed opens it. */
const withLog = async <T>(database: string | undefined, work: (log: Log) => Promise<T>): Promise<T> => {
  const decide: Decide = (before, write, _floor, withdrawn) => decideFact(before, write, [], withdrawn)
  const parts = { decide, clock: systemClock, observe: () => undefined }
  const { log } = await (database === undefined
    ? openStore(folder, parts)
    : openBoundStore(folder, database, parts))
  try {
    return await work(log)
  } finally {
    await log.close()
  }
}
const deal = (id: string, minor: number, version: number): FactWrite => {
  const fact = Fact.parse({
    ...{ source: 'crm', id, type: 'deal', status: 'won', version, amount: { minor, currency: 'USD' } },
    ...{ createdAt: '2026-10-03T09:12:00Z', closedAt: '2026-11-20T19:00:00Z', credits: [{ rep: 'priya' }] },
    fields: { note: `half a character ${'\\ud800'}, a nothing ${'\\u0000'}` },
  })
  return { source: 'crm', id, fact, receivedAt: 5, by: 'token:1f2e3d4c' }
}
const write = async (log: Log): Promise<void> => {
  await log.appendFloor({ text: smallFloorText, at: 1, by: 'start' }, 0)
  await log.append(Array.from({ length: 1500 }, (_, index) => deal(`d-${index}`, 100 + index, 1)))
  await log.append([deal('d-1', 999, 2), { ...deal('d-2', 0, 3), fact: null }, deal('d-3', 7, 2)])
  await log.appendRecords([{ topic: 'plan', cause: 'priya', body: { calls: 9 }, at: 6, by: 'clock' }])
}
const told = async (log: Log) => {
  const entries: LogEntry[] = []
  for await (const page of log.entriesAfter(0)) entries.push(...page)
  const { identity, lastSeq, factCount, floor } = log
  const standing = await log.standing([{ source: 'crm', id: 'd-2' }])
  return { identity, lastSeq, factCount, floor, entries, standing, plans: await log.recordsOf('plan', 9) }
}

test('[Q9] a log that is moved into a database and back says the same, goes on from its last number, and is itself no more where it was', async () => {
  await withLog(undefined, write)
  const before = await withLog(undefined, told)
  expect(await moveLog(folder, url, now)).toMatchObject({ entries: before.entries.length, facts: 1499 })
  expect(await withLog(url, told)).toEqual(before)
  expect(boundTo(folder)).toBe(before.identity)
  await expect(withLog(undefined, told)).rejects.toThrow('lies in a database: give its address')
  await expect(moveLog(folder, url, now)).rejects.toThrow(`There is no log in ${folder}`)

  const [late, next] = await withLog(url, (log) => log.append([deal('d-2', 1, 0), deal('new', 1, 1)]))
  expect([late?.late, next?.seq]).toEqual([true, before.lastSeq + 1])
  const there = await withLog(url, told)
  const { kept } = await moveLog(url, folder, now)
  expect(kept).toContain('moved 2026-11-20')
  expect(await withLog(undefined, told)).toEqual(there)
  expect([boundTo(folder), existsSync(join(folder, 'floor.db.moved'))]).toEqual([null, true])
  await expect(withLog(url, told)).rejects.toThrow('has a log of its own, floor.db')
})

test('[Q9] a log is moved to where none is, and not while a feed has it', async () => {
  await withLog(undefined, write)
  await withLog(undefined, async () => {
    await expect(moveLog(folder, url, now)).rejects.toThrow('Another feed already runs')
  })
  await expect(moveLog(folder, join(folder, 'other'), now)).rejects.toThrow('begins with postgres://')
  await moveLog(folder, url, now)
  const before = readdirSync(folder).sort()
  rmSync(join(folder, 'floor.db.moved'))
  await withLog(url, async () => {
    await expect(moveLog(url, join(folder, 'other'), now)).rejects.toThrow('Another feed already runs')
  })
  expect(before).toContain('floor.db.moved')
})

test('[Q9] a damaged entry is left out, and what is not counted alike afterwards is not moved', async () => {
  await withLog(undefined, write)
  const database = new Database(join(folder, 'floor.db'))
  database.exec("UPDATE entry SET body = replace(body, '1100', '9100') WHERE seq = 1002")
  database.close()
  const { entries, facts } = await moveLog(folder, url, now)
  expect([entries, facts]).toEqual([1505, 1498])
})

test('[Q8] a folder is used with the log that it belongs to, and with no other', async () => {
  await withLog(url, write)
  const other = await server.createDatabase('another')
  await prepareDatabase(other)
  await expect(withLog(other, told)).rejects.toThrow('belongs to another log than that in the database')
  expect((await withLog(url, told)).factCount).toBe(1499)
})

import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { decideFact } from '../../shared/domain/facts/deal-history.ts'
import { Fact } from '../../shared/wire/fact.ts'
import { smallFloorText } from '../../test/floors/small-floor.ts'
import { type PostgresServer, startPostgres } from '../../test/tables/database-servers.ts'
import { systemClock } from './clock.ts'
import { type MoveStep, moveLog } from './move-log.ts'
import { openStore } from './open-store.ts'
import type { Decide, FactWrite, Log, LogEntry } from './store/log.ts'
import { openPostgresStore } from './store/postgres/open-postgres-store.ts'
import { ownFloor } from './store/postgres/owned-floor.ts'
import { prepareDatabase } from './store/postgres/prepare-database.ts'
import type { Store } from './store/store.ts'

const now = new Date('2026-11-20T20:00:00Z')
const name = 'acme.example'
const move = (from: string, to: string, floor = name, onStep: (step: MoveStep) => void = () => undefined) =>
  moveLog({ from, to, floor, now, onStep })
let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
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

const openOwned = async (address: string, decide: Decide): Promise<Store> => {
  const { node, lease, close } = await ownFloor({ url: address, name, who: 'a feed' })
  return openPostgresStore({ node, lease: { ...lease, close }, decide })
}
/** As a feed opens it. */
const withLog = async <T>(database: string | undefined, work: (log: Log) => Promise<T>): Promise<T> => {
  const decide: Decide = (before, write, _floor, withdrawn) => decideFact(before, write, [], withdrawn)
  const parts = { decide, clock: systemClock, observe: () => undefined }
  const { log } = await (database === undefined ? openStore(folder, parts) : openOwned(database, decide))
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

test('[Q8] [Q9] a log that is moved into a database and back says the same, goes on from its last number, and is itself no more where it was', async () => {
  await withLog(undefined, write)
  const before = await withLog(undefined, told)
  const steps: MoveStep[] = []
  expect(await move(folder, url, name, (step) => steps.push(step))).toMatchObject({
    entries: before.entries.length,
    facts: 1499,
  })
  expect(steps.slice(-3)).toEqual([
    { kind: 'copied', entries: before.entries.length },
    { kind: 'counting' },
    { kind: 'beside' },
  ])
  expect(await withLog(url, told)).toEqual(before)
  await expect(withLog(undefined, told)).rejects.toThrow('went into a database: serve it from there')
  await expect(move(folder, url, 'other.example')).rejects.toThrow(`There is no log in ${folder}`)

  const [late, next] = await withLog(url, (log) => log.append([deal('d-2', 1, 0), deal('new', 1, 1)]))
  expect([late?.late, next?.seq]).toEqual([true, before.lastSeq + 1])
  const there = await withLog(url, told)
  const { kept } = await move(url, folder)
  expect(kept).toContain('moved 2026-11-20')
  expect(await withLog(undefined, told)).toEqual(there)
  expect(existsSync(join(folder, 'floor.db.moved'))).toBe(true)
  // Its name is free there.
  expect((await withLog(url, told)).lastSeq).toBe(0)
})

test('[Q9] a log is moved to where none is, and not while a feed has its folder', async () => {
  await withLog(undefined, write)
  await withLog(undefined, async () => {
    await expect(move(folder, url)).rejects.toThrow('Another feed already runs')
  })
  await expect(move(folder, join(folder, 'other'))).rejects.toThrow('begins with postgres://')
  await expect(move(folder, url, 'no host')).rejects.toThrow('is no host name')
  await move(folder, url)
  rmSync(join(folder, 'log-in-database.txt'))
  renameSync(join(folder, 'floor.db.moved'), join(folder, 'floor.db'))
  await expect(move(folder, url)).rejects.toThrow('A floor is called acme.example already')
  await move(folder, url, 'another.example')
})

test('[Q9] [Q23] a floor that moves out is taken from whoever runs it, and runs on where its move fails', async () => {
  await withLog(undefined, write)
  await move(folder, url)
  await expect(move(url, join(folder, 'other'), 'nobody.example')).rejects.toThrow('No floor is called')
  const taken = join(folder, 'taken')
  mkdirSync(taken)
  writeFileSync(join(taken, 'floor.db'), '')
  await withLog(url, async (log) => {
    await expect(move(url, taken)).rejects.toThrow('has a log already')
    await expect(log.append([deal('late', 1, 1)])).rejects.toThrow('another node has taken the floor over')
  })
  await withLog(url, (log) => log.append([deal('later', 1, 1)]))
  expect(await move(url, join(folder, 'other'))).toMatchObject({ facts: 1500 })
})

test('[Q9] a damaged entry is left out, and what is not counted alike afterwards is not moved', async () => {
  await withLog(undefined, write)
  const database = new Database(join(folder, 'floor.db'))
  database.exec("UPDATE entry SET body = replace(body, '1100', '9100') WHERE seq = 1002")
  database.close()
  const { entries, facts } = await move(folder, url)
  expect([entries, facts]).toEqual([1505, 1498])
})

// A data folder kept from the last version that wrote format 1, with what that version answered: facts of all sorts, an
// edit that counted anew, withdrawals, a snapshot; and the same folder as the last version of each later format left it.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFloorReader } from '../../main/feed/floor-file/floor-reader.ts'
import { createDecide } from '../../main/feed/fold/decide-write.ts'
import { openLiveFloor } from '../../main/feed/fold/open-live-floor.ts'
import type { LogEntry } from '../../main/feed/store/log.ts'
import { format } from '../../main/feed/store/sqlite/migrations.ts'
import { openSqliteStore } from '../../main/feed/store/sqlite/open-sqlite-store.ts'

const keptFolder = (of: number) => fileURLToPath(new URL(`format-${of}`, import.meta.url))
const expected = JSON.parse(readFileSync(join(keptFolder(1), 'answers.json'), 'utf8'))
const at = Date.parse('2026-11-20T20:00:00Z')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-format-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = async () => {
  const readFloor = createFloorReader()
  const store = await openSqliteStore({ folder, decide: createDecide(readFloor) })
  const onError = (what: string, error: unknown) => expect.fail(`${what}: ${error}`)
  const floor = await openLiveFloor({ store, readFloor, clock: { now: () => at }, onError })
  return { store, floor }
}
type Opened = Awaited<ReturnType<typeof open>>

const close = async ({ store, floor }: Opened): Promise<void> => {
  await floor.close()
  await store.log.close()
}

const answersOf = ({ floor }: Opened) => {
  const { metrics, boards } = floor.current().file
  const numbers = metrics.flatMap(({ id }) =>
    (['rep', 'team', 'org'] as const).map((by) => [
      `${id} by ${by}`,
      floor.queryMetric({ metric: id, window: null, by, at, team: null, role: null }),
    ]),
  )
  const views = boards.map(({ id }) => [`board ${id}`, floor.boardView(id)])
  const { facts, seq, unassigned } = floor.status()
  return { facts, seq, unassigned, answers: Object.fromEntries([...numbers, ...views]) }
}

const answerOf = (sql: string): unknown => {
  const database = new Database(join(folder, 'floor.db'))
  const [row] = database.prepare(sql).raw().all()
  database.close()
  return Array.isArray(row) ? row[0] : null
}
const formatOf = () => answerOf('PRAGMA user_version')
const unsealed = () => answerOf('SELECT count(*) FROM entry WHERE sum IS NULL')

describe.each([1, 2])('a folder of format %i', (from) => {
  beforeEach(() => cpSync(keptFolder(from), folder, { recursive: true }))

  test('it serves the same figures: from its snapshot, and counted anew from its first entry', async () => {
    const fromSnapshot = await open()
    // Views say more by now than they did.
    expect(answersOf(fromSnapshot)).toMatchObject(expected)
    await close(fromSnapshot)
    rmSync(join(folder, 'snapshot.bin'), { force: true })
    const anew = await open()
    expect(answersOf(anew)).toMatchObject(expected)
    await close(anew)
  })

  test('its entries keep their order, and those that had no cause say so', async () => {
    const opened = await open()
    const entries: LogEntry[] = []
    for await (const page of opened.store.log.entriesAfter(0)) entries.push(...page)
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
    expect(entries.filter(({ kind }) => kind === 'floor')).toHaveLength(2)
    expect(new Set(entries.map(({ by }) => by))).toEqual(new Set(['unknown']))
    await close(opened)
  })

  test('it takes facts, edits and records as any other', async () => {
    const opened = await open()
    const { floor, store } = opened
    const { version, text } = floor.current()
    const edited = await floor.replace(`${text}# edited\n`, version, 'test')
    expect(edited.version).toBe(expected.seq + 1)
    await floor.submit([{ source: 'dialer', id: 'c-1', fact: null, receivedAt: at, by: 'test' }])
    expect(floor.status().facts).toBe(expected.facts - 1)
    const [record] = await store.log.appendRecords([
      { topic: 'celebration', cause: 'a', body: {}, at, by: 'rule' },
    ])
    expect(record?.changed).toBe(true)
    await close(opened)
  })

  test('it is of today’s format from then on, which the version before refuses in a sentence', async () => {
    expect(formatOf()).toBe(from)
    await close(await open())
    expect(formatOf()).toBe(format)
  })

  test('its entries get their checksums in the background, and are found to be whole', async () => {
    const opened = await open()
    await expect.poll(() => opened.store.health.checked()).toMatchObject({ checked: expected.seq })
    expect(opened.store.health.damaged()).toEqual([])
    await close(opened)
    expect(unsealed()).toBe(0)
  })
})

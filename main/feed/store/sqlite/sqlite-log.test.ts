import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import Database from 'libsql'
import { afterEach, expect, test } from 'vitest'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { BadSetUp } from '../../bad-set-up.ts'
import { type Log, LogUnavailable } from '../log.ts'
import { describeStore } from '../store-suite.ts'
import { format } from './migrations.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

const folders: string[] = []
const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-log-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describeStore('SQLite', () => {
  const folder = createFolder()
  return {
    open: (decide) => openSqliteStore({ folder, decide }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
})

const openStore = (folder: string) =>
  openSqliteStore({
    folder,
    decide: (_before, { fact, receivedAt }) => fact && { fact, history: [], receivedAt },
  })

const open = async (folder: string) => (await openStore(folder)).log

const countOf = async (log: Log, seq: number): Promise<number> => {
  let count = 0
  for await (const page of log.entriesAfter(seq)) count += page.length
  return count
}

const call = (id: string) => ({
  source: 'dialer',
  id,
  receivedAt: 1,
  by: 'test',
  fact: {
    source: 'dialer',
    id,
    type: 'activity' as const,
    kind: 'call',
    at: '2026-11-20',
    credits: [{ rep: 'priya' }],
  },
})

test('a file that is no database is refused in one sentence that names it, and left alone', async () => {
  const folder = createFolder()
  const file = join(folder, 'floor.db')
  writeFileSync(file, 'these are my holiday photographs, '.repeat(100))
  await expect(open(folder)).rejects.toThrow(BadSetUp)
  await expect(open(folder)).rejects.toThrow(file)
  expect(readFileSync(file, 'utf8')).toContain('holiday photographs')
})

test('a database with torn pages is made anew of what can be read, and names what cannot', async () => {
  const folder = createFolder()
  const log = await open(folder)
  await log.append(Array.from({ length: 3000 }, (_, index) => call(`c-${index}`)))
  await log.close()
  const file = join(folder, 'floor.db')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 40_000))
  const { log: again, health } = await openStore(folder)
  const read = await countOf(again, 0)
  expect(read).toBeGreaterThan(2500)
  expect(health.damaged()).toHaveLength(3000 - read)
  expect(again.factCount).toBe(read)
  const [aside] = health.setAside()
  // All but the first page, which counts how often the file was opened.
  const kept = readFileSync(join(folder, aside?.name ?? '', 'floor.db'))
  expect(kept.subarray(4096).equals(bytes.subarray(4096))).toBe(true)
  expect(aside?.why).toContain(`made of the ${read} entries that could be read`)
  await again.append([call('after')])
  await again.close()
})

test('a file of a later format is refused in one sentence, and left alone', async () => {
  const folder = createFolder()
  await (await open(folder)).close()
  const file = join(folder, 'floor.db')
  const database = new Database(file)
  database.exec(`PRAGMA user_version = ${format + 1}`)
  database.close()
  const before = readFileSync(file)
  await expect(open(folder)).rejects.toThrow(
    `it has format ${format + 1}, this version reads up to ${format}`,
  )
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a second feed on the same folder is refused in one sentence', async () => {
  const folder = createFolder()
  const log = await open(folder)
  await expect(open(folder)).rejects.toThrow(`Another feed already runs on ${folder}.`)
  await log.close()
  await (await open(folder)).close()
})

test('a folder that cannot be made is refused in one sentence', async () => {
  const file = join(createFolder(), 'taken')
  writeFileSync(file, '')
  await expect(open(join(file, 'data'))).rejects.toThrow(BadSetUp)
})

test('a snapshot with one wrong bit, cut short, or from the future of a log put back is none', async () => {
  const folder = createFolder()
  const { log, snapshots } = await openStore(folder)
  await log.append([call('a')])
  const file = join(folder, 'snapshot.bin')
  await snapshots.save({ seq: 1, bytes: new Uint8Array(1000).fill(7) })
  const whole = readFileSync(file)
  writeFileSync(file, Buffer.from(whole).fill(8, 600, 601))
  expect(await snapshots.load()).toBeNull()
  writeFileSync(file, whole)
  truncateSync(file, 500)
  expect(await snapshots.load()).toBeNull()
  await log.close()
  const kept = readFileSync(join(folder, 'floor.db'))
  const later = await openStore(folder)
  await later.log.append([call('b')])
  await later.snapshots.save({ seq: 2, bytes: Uint8Array.of(1) })
  await later.log.close()
  writeFileSync(join(folder, 'floor.db'), kept)
  const restored = await openStore(folder)
  expect(await restored.snapshots.load()).toBeNull()
  await restored.log.append([call('c'), call('d')])
  await restored.log.close()
  // Other entries have come in the place of those that the snapshot counted.
  const grown = await openStore(folder)
  expect(await grown.snapshots.load()).toBeNull()
  await grown.log.close()
  expect(existsSync(`${file}.new`)).toBe(false)
})

test('an append after the close is refused as unavailable', async () => {
  const log = await open(createFolder())
  await log.close()
  await expect(log.append([call('a')])).rejects.toBeInstanceOf(LogUnavailable)
})

test('nothing of a large commit is announced before all of it is on disk', async () => {
  const log = await open(createFolder())
  const announced: number[] = []
  log.onCommit((entries) => announced.push(...entries.map((entry) => entry.seq)))
  let appended = false
  const outcome = log.append(Array.from({ length: 1500 }, (_, index) => call(`c-${index}`))).then(() => {
    appended = true
  })
  while (!appended) {
    expect(await countOf(log, 0)).toBe(announced.length)
    expect(log.lastSeq).toBe(announced.length)
    await nextTurn()
  }
  await outcome
  expect(announced.length).toBe(1500)
  await log.close()
})

test('groups of any size are announced in order, each once, and the log then ends with them', async () => {
  const step = fc.record({ rows: fc.constantFrom(0, 1, 60, 150, 900), turns: fc.nat(3) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const log = await open(createFolder())
      let seen = 0
      const counts: Promise<number>[] = []
      log.onCommit((entries) => {
        for (const { seq } of entries) {
          seen += 1
          expect(seq).toBe(seen)
        }
        expect(log.lastSeq).toBe(seen)
        counts.push(countOf(log, seen))
      })
      const answers: Promise<void>[] = []
      for (const [at, { rows, turns }] of steps.entries()) {
        const facts = Array.from({ length: rows }, (_, index) => call(`${at}-${index}`))
        const answer =
          rows === 0
            ? log.appendFloor({ text: `floor ${at}`, at, by: 'test' }, null).then(({ seq }) => seq)
            : log.append(facts).then((outcomes) => outcomes.at(-1)?.seq ?? 0)
        answers.push(answer.then((seq) => expect(seen).toBeGreaterThanOrEqual(seq)))
        for (let turn = 0; turn < turns; turn += 1) await nextTurn()
      }
      await Promise.all(answers)
      expect(new Set(await Promise.all(counts))).toEqual(new Set([0]))
      expect(log.factCount + steps.filter(({ rows }) => rows === 0).length).toBe(seen)
      await log.close()
    }),
    { numRuns: propertyRuns(5) },
  )
})

test('a close waits for the commit that is on its way, and for what waits behind it', async () => {
  for (let turns = 0; turns < 4; turns += 1) {
    const folder = createFolder()
    const log = await open(folder)
    const many = log.append(Array.from({ length: 1500 }, (_, index) => call(`c-${index}`)))
    const one = log.append([call('after')])
    for (let turn = 0; turn < turns; turn += 1) await nextTurn()
    await log.close()
    expect((await many).at(-1)).toEqual({ changed: true, seq: 1500 })
    expect(await one).toEqual([{ changed: true, seq: 1501 }])
    const again = await open(folder)
    expect(again.factCount).toBe(1501)
    await again.close()
  }
})

test('whenever it is closed, what a large group withdrew is gone, and what it sent again stands', async () => {
  const sent = Array.from({ length: 900 }, (_, index) => call(`c-${index}`))
  const withdrawn = (index: number): boolean => index % 3 === 0
  const sentAgain = (index: number): boolean => index % 9 === 0
  for (let turns = 0; turns < 12; turns += 1) {
    const folder = createFolder()
    const log = await open(folder)
    await log.append(sent)
    const group = sent.flatMap((write, index) => [
      ...(withdrawn(index) ? [{ ...write, fact: null }] : []),
      ...(sentAgain(index) ? [{ ...write, receivedAt: 2 }] : []),
    ])
    const answer = log.append(group)
    for (let turn = 0; turn < turns; turn += 1) await nextTurn()
    await log.close()
    expect((await answer).at(-1)).toEqual({ changed: true, seq: sent.length + group.length })
    const again = await open(folder)
    const standing = sent.filter((_, index) => !withdrawn(index) || sentAgain(index)).map(({ id }) => id)
    const found = new Set<string>()
    for await (const page of again.entriesAfter(0)) {
      for (const entry of page) {
        if (entry.kind !== 'fact') continue
        if (entry.after) found.add(entry.after.fact.id)
        else if (entry.before) found.delete(entry.before.fact.id)
      }
    }
    expect([...found].sort()).toEqual(standing.sort())
    expect(again.factCount).toBe(standing.length)
    await again.close()
  }
})

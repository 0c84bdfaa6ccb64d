import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { BadSetUp } from '../../bad-set-up.ts'
import { LogUnavailable } from '../log.ts'
import { describeLog } from '../log-suite.ts'
import { openSqliteLog } from './sqlite-log.ts'

const folders: string[] = []
const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-log-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describeLog('SQLite', () => {
  const folder = createFolder()
  return {
    open: (decide) => openSqliteLog({ folder, decide }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
})

const open = (folder: string) =>
  openSqliteLog({
    folder,
    decide: (_before, { fact, receivedAt }) => fact && { fact, history: [], receivedAt },
  })

const call = (id: string) => ({
  source: 'dialer',
  id,
  receivedAt: 1,
  fact: {
    source: 'dialer',
    id,
    type: 'activity' as const,
    kind: 'call',
    at: '2026-11-20',
    credits: [{ rep: 'priya' }],
  },
})

test('a file that is no database is refused in one sentence that names it, and left alone', () => {
  const folder = createFolder()
  const file = join(folder, 'floor.db')
  writeFileSync(file, 'these are my holiday photographs, '.repeat(100))
  expect(() => open(folder)).toThrow(BadSetUp)
  expect(() => open(folder)).toThrow(file)
  expect(readFileSync(file, 'utf8')).toContain('holiday photographs')
})

test('a database with torn pages is refused at the start', async () => {
  const folder = createFolder()
  const log = open(folder)
  await log.append(Array.from({ length: 3000 }, (_, index) => call(`c-${index}`)))
  log.close()
  const file = join(folder, 'floor.db')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 40_000))
  expect(() => open(folder)).toThrow(BadSetUp)
})

test('a second feed on the same folder is refused in one sentence', () => {
  const folder = createFolder()
  const log = open(folder)
  expect(() => open(folder)).toThrow(`Another feed already runs on ${folder}.`)
  log.close()
  open(folder).close()
})

test('a folder that cannot be made is refused in one sentence', () => {
  const file = join(createFolder(), 'taken')
  writeFileSync(file, '')
  expect(() => open(join(file, 'data'))).toThrow(BadSetUp)
})

test('a snapshot with one wrong bit, cut short, or from the future of a log put back is none', async () => {
  const folder = createFolder()
  const log = open(folder)
  await log.append([call('a')])
  const file = join(folder, 'snapshot.bin')
  log.saveSnapshot(new Uint8Array(1000).fill(7))
  const whole = readFileSync(file)
  writeFileSync(file, Buffer.from(whole).fill(8, 600, 601))
  expect(log.loadSnapshot()).toBeNull()
  writeFileSync(file, whole)
  truncateSync(file, 500)
  expect(log.loadSnapshot()).toBeNull()
  log.close()
  const kept = readFileSync(join(folder, 'floor.db'))
  const later = open(folder)
  await later.append([call('b')])
  later.saveSnapshot(Uint8Array.of(1))
  later.close()
  writeFileSync(join(folder, 'floor.db'), kept)
  const restored = open(folder)
  expect(restored.loadSnapshot()).toBeNull()
  restored.close()
  expect(existsSync(`${file}.new`)).toBe(false)
})

test('an append after the close is refused as unavailable', async () => {
  const log = open(createFolder())
  log.close()
  await expect(log.append([call('a')])).rejects.toBeInstanceOf(LogUnavailable)
})

test('nothing of a large commit is told before all of it is on disk', async () => {
  const log = open(createFolder())
  const told: number[] = []
  log.onCommit((entries) => told.push(...entries.map((entry) => entry.seq)))
  let appended = false
  const outcome = log.append(Array.from({ length: 1500 }, (_, index) => call(`c-${index}`))).then(() => {
    appended = true
  })
  while (!appended) {
    expect([...log.entriesAfter(0)].length).toBe(told.length)
    expect(log.lastSeq).toBe(told.length)
    await nextTurn()
  }
  await outcome
  expect(told.length).toBe(1500)
  log.close()
})

test('groups of any size are told in order, each once, and as far as the log then says that it goes', async () => {
  const step = fc.record({ rows: fc.constantFrom(0, 1, 60, 150, 900), turns: fc.nat(3) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const log = open(createFolder())
      let seen = 0
      log.onCommit((entries) => {
        for (const { seq } of entries) {
          seen += 1
          expect(seq).toBe(seen)
        }
        expect(log.lastSeq).toBe(seen)
        expect([...log.entriesAfter(seen)]).toEqual([])
      })
      const answers: Promise<void>[] = []
      for (const [at, { rows, turns }] of steps.entries()) {
        const facts = Array.from({ length: rows }, (_, index) => call(`${at}-${index}`))
        const answer =
          rows === 0
            ? log.appendFloor(`floor ${at}`, at, null).then(({ seq }) => seq)
            : log.append(facts).then((outcomes) => outcomes.at(-1)?.seq ?? 0)
        answers.push(answer.then((seq) => expect(seen).toBeGreaterThanOrEqual(seq)))
        for (let turn = 0; turn < turns; turn += 1) await nextTurn()
      }
      await Promise.all(answers)
      expect(log.factCount + steps.filter(({ rows }) => rows === 0).length).toBe(seen)
      log.close()
    }),
    { numRuns: propertyRuns(10) },
  )
})

test('a close waits for the commit that is on its way, and for what waits behind it', async () => {
  for (let turns = 0; turns < 4; turns += 1) {
    const folder = createFolder()
    const log = open(folder)
    const many = log.append(Array.from({ length: 1500 }, (_, index) => call(`c-${index}`)))
    const one = log.append([call('after')])
    for (let turn = 0; turn < turns; turn += 1) await nextTurn()
    log.close()
    expect((await many).at(-1)).toEqual({ changed: true, seq: 1500 })
    expect(await one).toEqual([{ changed: true, seq: 1501 }])
    const again = open(folder)
    expect(again.factCount).toBe(1501)
    again.close()
  }
})

test('whenever it is closed, what a large group withdrew is gone, and what it sent again stands', async () => {
  const sent = Array.from({ length: 900 }, (_, index) => call(`c-${index}`))
  const withdrawn = (index: number): boolean => index % 3 === 0
  const sentAgain = (index: number): boolean => index % 9 === 0
  for (let turns = 0; turns < 12; turns += 1) {
    const folder = createFolder()
    const log = open(folder)
    await log.append(sent)
    const group = sent.flatMap((write, index) => [
      ...(withdrawn(index) ? [{ ...write, fact: null }] : []),
      ...(sentAgain(index) ? [{ ...write, receivedAt: 2 }] : []),
    ])
    const answer = log.append(group)
    for (let turn = 0; turn < turns; turn += 1) await nextTurn()
    log.close()
    expect((await answer).at(-1)).toEqual({ changed: true, seq: sent.length + group.length })
    const again = open(folder)
    const standing = sent.filter((_, index) => !withdrawn(index) || sentAgain(index)).map(({ id }) => id)
    expect([...again.facts()].map(({ fact }) => fact.id).sort()).toEqual(standing.sort())
    expect(again.factCount).toBe(standing.length)
    again.close()
  }
})

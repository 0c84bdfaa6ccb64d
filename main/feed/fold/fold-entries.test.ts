import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFloorModel } from '../../../shared/domain/counting/floor-model.ts'
import { Fact } from '../../../shared/wire/fact.ts'
import { call, wonDeal } from '../../../test/floors/open-test-floor.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import { createFloorReader, fileOf } from '../floor-file/floor-reader.ts'
import { type FactWrite, type Log, type LogEntry, LogUnavailable } from '../store/log.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { createDecide } from './decide-write.ts'
import { createFloorEditor } from './edit-floor.ts'
import { loadEngine } from './engine-from-log.ts'
import { createFold, type Fold } from './fold-entries.ts'
import { startRecount } from './recount.ts'

const readFloor = createFloorReader()
const withHana = smallFloorText.replace(
  'metrics:\n',
  '  - { id: hana, name: Hana Sato, role: ae, team: london }\nmetrics:\n',
)
const renamed = smallFloorText.replace('name: Small floor', 'name: Renamed floor')

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-fold-'))
  store = await openSqliteStore({ folder, decide: createDecide(readFloor) })
  await store.log.appendFloor({ text: smallFloorText, at: 1, by: 'test' }, 0)
})
afterEach(async () => {
  await store.log.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Reader {
  readonly fold: Fold
  readonly errors: string[]
  /** Everything that it says of the boards, in the order in which it said it. */
  readonly versions: number[]
}

/** Somebody who reads the log and makes no edit of their own, as another node does. */
const openReader = async (log: Log = store.log): Promise<Reader> => {
  const text = log.floor?.text ?? ''
  const current = { version: log.floor?.seq ?? 0, text, file: fileOf(readFloor(text)) }
  const errors: string[] = []
  const versions: number[] = []
  const loaded = await loadEngine(store, { version: current.version, model: createFloorModel(current.file) })
  const fold = createFold({
    log,
    start: { current, engine: loaded.engine, counted: loaded },
    readFloor,
    onFacts: () => undefined,
    onFloor: () => versions.push(fold.now().current.version),
    onCountedAnew: () => undefined,
    onError: (what, error) => errors.push(`${what}: ${error}`),
  })
  log.onCommit(fold.take)
  return { fold, errors, versions }
}

/** What the engine has counted, whatever order its parts are kept in. */
const counted = (fold: Fold) => {
  const { model } = fold.now().engine
  return { names: model.file.people.map(({ id }) => id), counted: fold.now().engine.snapshot() }
}

const write = (fact: unknown, receivedAt: number): FactWrite => {
  const parsed = Fact.parse(fact)
  return { source: parsed.source, id: parsed.id, fact: parsed, receivedAt, by: 'test' }
}
const won = (rep: string, id: string, at: number): FactWrite =>
  write(wonDeal(rep, 100, '2026-11-20T19:00:00Z', id), at)
const withdrawal = (source: string, id: string, receivedAt: number): FactWrite => ({
  source,
  id,
  fact: null,
  receivedAt,
  by: 'test',
})
const edit = (text: string, at: number) => store.log.appendFloor({ text, at, by: 'elsewhere' }, null)

test('an edit made elsewhere takes effect at its own place, and what comes after it waits in order', async () => {
  const reader = await openReader()
  await store.log.append(Array.from({ length: 3000 }, (_, index) => won('hana', `before-${index}`, 2)))
  const edited = edit(withHana, 3)
  const after = store.log.append([won('hana', 'after', 4), won('marcus', 'other', 4)])
  await edited
  await after
  expect(reader.fold.seq()).toBeLessThan(store.log.lastSeq)
  await reader.fold.settled()
  expect(reader.fold.seq()).toBe(store.log.lastSeq)
  expect(reader.fold.now().engine.unassigned()).toEqual([])
  expect(counted(reader.fold)).toEqual(counted((await openReader()).fold))
})

test('an edit that counts alike takes effect at once', async () => {
  const reader = await openReader()
  await store.log.append([won('priya', 'a', 2)])
  const { seq } = await edit(renamed, 3)
  expect(reader.fold.now().current).toMatchObject({
    version: seq,
    file: { floor: { name: 'Renamed floor' } },
  })
})

test('edits that follow each other closely each take effect, the last one for good', async () => {
  const reader = await openReader()
  await store.log.append(Array.from({ length: 1500 }, (_, index) => won('hana', `d-${index}`, 2)))
  const entries = await Promise.all([edit(withHana, 3), edit(smallFloorText, 4), edit(withHana, 5)])
  await reader.fold.settled()
  expect(reader.versions).toEqual(entries.map(({ seq }) => seq))
  expect(counted(reader.fold)).toEqual(counted((await openReader()).fold))
})

test('a floor that this version cannot read leaves the one before it, and is said', async () => {
  const reader = await openReader()
  await edit('floor: [of, the, future]', 2)
  await store.log.append([won('priya', 'a', 3)])
  expect(reader.errors).toHaveLength(1)
  expect(reader.fold.now().current.text).toBe(smallFloorText)
  expect(reader.fold.seq()).toBe(store.log.lastSeq)
})

/** Pages of the log cannot be read for as long as this is so, as on a disk that fails for a while. */
const failingLog = () => {
  const state = { fails: false }
  const log = new Proxy(store.log, {
    get: (target, name) => {
      if (name === 'entriesAfter' && state.fails)
        return async function* () {
          yield* []
          throw new Error('the disk does not answer')
        }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { log, state }
}

test('an edit made elsewhere that cannot be counted is said, and takes effect once the log can be read', async () => {
  const { log, state } = failingLog()
  const reader = await openReader(log)
  await store.log.append([won('hana', 'before', 2)])
  state.fails = true
  const { seq } = await edit(withHana, 3)
  await store.log.append([won('hana', 'after', 4)])
  await reader.fold.settled()
  reader.fold.tryAgain()
  await reader.fold.settled()
  expect(reader.errors).toHaveLength(2)
  expect(reader.errors[0]).toContain(`the floor of version ${seq} cannot be counted yet`)
  expect(reader.fold.now().current.text).toBe(smallFloorText)
  state.fails = false
  reader.fold.tryAgain()
  await store.log.append([won('hana', 'meanwhile', 5)])
  await reader.fold.settled()
  expect(reader.fold.now().current.version).toBe(seq)
  expect(counted(reader.fold)).toEqual(counted((await openReader()).fold))
  reader.fold.tryAgain()
  await reader.fold.settled()
  expect(reader.versions).toEqual([seq])
})

test('counting anew that fails is said, and done once the log can be read', async () => {
  const { log, state } = failingLog()
  const reader = await openReader(log)
  await store.log.append([won('priya', 'a', 2)])
  const before = reader.fold.now().engine
  state.fails = true
  reader.fold.countAnew()
  await expect.poll(() => reader.errors).toHaveLength(1)
  expect(reader.fold.now().engine).toBe(before)
  state.fails = false
  reader.fold.tryAgain()
  await expect.poll(() => reader.fold.now().engine === before).toBe(false)
  expect(counted(reader.fold)).toEqual(counted((await openReader()).fold))
})

test('an edit whose recount cannot read the log is an outage, and changes nothing', async () => {
  const { log, state } = failingLog()
  const { fold } = await openReader(log)
  const editFloor = createFloorEditor({ log, readFloor, clock: { now: () => 9 }, fold })
  const { lastSeq } = store.log
  state.fails = true
  await expect(editFloor(withHana, null, 'test', true)).rejects.toThrow(LogUnavailable)
  expect(store.log.lastSeq).toBe(lastSeq)
  state.fails = false
  expect(await editFloor(withHana, null, 'test', true)).toMatchObject({ version: lastSeq + 1 })
})

test('a recount is told of what comes while it reads, and counts nothing twice', async () => {
  const reader = await openReader()
  await store.log.append(Array.from({ length: 2500 }, (_, index) => won('hana', `d-${index}`, 2)))
  const recount = startRecount(store.log, createFloorModel(fileOf(readFloor(withHana))))
  reader.fold.expect({ text: withHana, recount })
  await store.log.append([won('hana', 'meanwhile', 3), won('hana', 'd-0', 3)])
  await recount.ready
  await Promise.all([store.log.append([won('hana', 'just before', 4)]), edit(withHana, 5)])
  await store.log.append([won('hana', 'after', 6)])
  expect(reader.fold.seq()).toBe(store.log.lastSeq)
  expect(counted(reader.fold)).toEqual(counted((await openReader()).fold))
})

test('a withdrawal counts at the instant of its own entry, live and on replay alike', async () => {
  const reader = await openReader()
  await store.log.append([write(call('priya', '2026-11-20T15:00:00Z', 'c'), 1000)])
  await store.log.append([withdrawal('dialer', 'c', 5000)])
  const calls = reader.fold.now().engine.model.metric('calls')
  const changedAt = (fold: Fold) => calls && fold.now().engine.changedAt(calls.index)
  expect(changedAt(reader.fold)).toBe(5000)
  expect(changedAt((await openReader()).fold)).toBe(5000)
})

test('whoever reads along and whoever reads it all afterwards have counted the same', async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constantFrom('priya', 'hana', 'elena'), fc.nat(8)) },
    { weight: 2, arbitrary: fc.tuple(fc.constant('gone'), fc.nat(8)) },
    { weight: 1, arbitrary: fc.constantFrom(smallFloorText, withHana, renamed) },
  )
  let at = 10
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const reader = await openReader()
      const entries: LogEntry[] = []
      store.log.onCommit((committed) => entries.push(...committed))
      const answers = steps.map((each) => {
        at += 1
        if (typeof each === 'string') return edit(each, at)
        const [who, deal] = each
        return store.log.append([who === 'gone' ? withdrawal('crm', `${deal}`, at) : won(who, `${deal}`, at)])
      })
      await Promise.all<unknown>(answers)
      await reader.fold.settled()
      expect(reader.fold.seq()).toBe(store.log.lastSeq)
      expect(reader.fold.now().current.version).toBe(store.log.floor?.seq)
      expect(counted(reader.fold)).toEqual(counted((await openReader()).fold))
    }),
    { numRuns: propertyRuns(5) },
  )
})

import { expect, test } from 'vitest'
import { createEngine } from '../../../shared/domain/counting/engine.ts'
import { createFloorModel } from '../../../shared/domain/counting/floor-model.ts'
import { Fact } from '../../../shared/wire/fact.ts'
import { floorFileOf, wonDeal } from '../../../test/floors/open-test-floor.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'
import type { FactEntry, LogEntry } from '../store/log.ts'
import type { Snapshot } from '../store/snapshots.ts'
import { countEntry } from './count-entry.ts'
import { loadEngine, markOf, snapshotOf } from './engine-from-log.ts'

const model = createFloorModel(floorFileOf(smallFloorText))

const won = (seq: number, id: string, dollars: number): FactEntry => {
  const fact = Fact.parse(wonDeal('priya', dollars, '2026-11-20T19:00:00Z', id))
  return {
    kind: 'fact',
    seq,
    at: seq,
    by: 'test',
    before: null,
    after: { fact, receivedAt: seq, history: [] },
  }
}

const counting = (entries: readonly LogEntry[]) => {
  const engine = createEngine(model)
  for (const entry of entries) countEntry(engine, entry)
  engine.takeTouched()
  return engine
}

const load = (entries: readonly LogEntry[], snapshot: Snapshot) =>
  loadEngine(
    {
      log: {
        identity: '0',
        lastSeq: entries.length,
        factCount: 0,
        floor: null,
        floorsBefore: async () => [],
        recordsOf: async () => [],
        recordUnder: async () => null,
        standingFact: async () => null,
        standing: async () => [],
        async *factsOf() {
          yield []
        },
        append: async () => [],
        appendFloor: () => Promise.reject(new Error('nobody edits')),
        appendRecords: async () => [],
        onCommit: () => undefined,
        close: async () => undefined,
        async *entriesAfter(seq: number) {
          const after = entries.filter((entry) => entry.seq > seq)
          if (after.length > 0) yield after
        },
      },
      snapshots: { save: async () => undefined, load: async () => snapshot },
      health: {
        refusal: () => null,
        damaged: () => [],
        setAside: () => [],
        checked: () => ({ checked: 0, of: 0 }),
        onDamage: () => undefined,
      },
    },
    { version: 0, model },
  )

const first = won(1, 'a', 10)
const second = won(2, 'b', 20)
const saved = snapshotOf(counting([first, second]), { seq: 2, last: markOf(second) })

test('a start takes the snapshot and counts what came after it', async () => {
  const entries = [first, second, won(3, 'c', 40)]
  const { engine, savedSeq, last } = await load(entries, saved)
  expect([savedSeq, last]).toEqual([2, markOf(won(3, 'c', 40))])
  expect(engine.snapshot()).toEqual(counting(entries).snapshot())
})

test('a snapshot of entries that the log lost, and that others have come in the place of, is none', async () => {
  const entries = [first, won(2, 'd', 80), won(3, 'e', 160)]
  const { engine, savedSeq } = await load(entries, saved)
  expect(savedSeq).toBe(0)
  expect(engine.snapshot()).toEqual(counting(entries).snapshot())
})

test('a snapshot whose last entry can be read no more is none', async () => {
  const { engine, savedSeq } = await load([first], saved)
  expect(savedSeq).toBe(0)
  expect(engine.snapshot()).toEqual(counting([first]).snapshot())
})

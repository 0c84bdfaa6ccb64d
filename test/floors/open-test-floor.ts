// A live floor on a real log in a folder of its own, with a clock that tests turn.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFloorReader, fileOf } from '../../main/feed/floor-file/floor-reader.ts'
import { createDecide } from '../../main/feed/fold/decide-write.ts'
import type { LiveFloor } from '../../main/feed/fold/live-floor.ts'
import { openLiveFloor } from '../../main/feed/fold/open-live-floor.ts'
import type { Log } from '../../main/feed/store/log.ts'
import { openSqliteStore } from '../../main/feed/store/sqlite/open-sqlite-store.ts'
import { Fact } from '../../shared/wire/fact.ts'
import type { FloorFile } from '../../shared/wire/floor.ts'
import { smallFloorText } from './small-floor.ts'

export interface TestClock {
  now(): number
  set(iso: string): void
  forward(ms: number): void
}

export const testClock = (iso: string): TestClock => {
  let at = Date.parse(iso)
  return {
    now: () => at,
    set: (to) => {
      at = Date.parse(to)
    },
    forward: (ms) => {
      at += ms
    },
  }
}

export const floorFileOf = (text: string): FloorFile => fileOf(createFloorReader()(text))

export interface TestFloor {
  readonly floor: LiveFloor
  readonly log: Log
  readonly folder: string
  readonly errors: string[]
  put(...facts: unknown[]): Promise<void>
  withdraw(source: string, id: string): Promise<void>
  /** Closes without a word, as a killed process would, and opens the folder again. */
  reopen(): Promise<void>
  close(): Promise<void>
}

export const openTestFloor = async (clock: TestClock, text: string = smallFloorText): Promise<TestFloor> => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-test-'))
  const errors: string[] = []
  const readFloor = createFloorReader()
  const openStore = () => openSqliteStore({ folder, decide: createDecide(readFloor) })
  const openFloor = () =>
    openLiveFloor({ store, readFloor, clock, onError: (what, error) => errors.push(`${what}: ${error}`) })
  let store = await openStore()
  await store.log.appendFloor({ text, at: clock.now(), by: 'test' }, null)
  let floor = await openFloor()
  return {
    get floor() {
      return floor
    },
    get log() {
      return store.log
    },
    folder,
    errors,
    put: async (...facts) => {
      const parsed = facts.map((fact) => Fact.parse(fact))
      await floor.submit(
        parsed.map((fact) => ({
          source: fact.source,
          id: fact.id,
          fact,
          receivedAt: clock.now(),
          by: 'test',
        })),
      )
    },
    withdraw: async (source, id) => {
      await floor.submit([{ source, id, fact: null, receivedAt: clock.now(), by: 'test' }])
    },
    reopen: async () => {
      await store.log.close()
      store = await openStore()
      floor = await openFloor()
    },
    close: async () => {
      await floor.close()
      await store.log.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let dealCount = 0

/** A won deal of one person, in whole dollars. */
export const wonDeal = (rep: string, dollars: number, closedAt: string, id = `d${++dealCount}`) => ({
  source: 'crm',
  id,
  type: 'deal',
  name: 'Platform',
  account: 'Northwind Traders',
  amount: { minor: dollars * 100, currency: 'USD' },
  stage: 'Closed',
  status: 'won',
  createdAt: '2026-08-03T09:12:00Z',
  closedAt,
  credits: [{ rep }],
})

export const call = (rep: string, at: string, id: string) => ({
  source: 'dialer',
  id,
  type: 'activity',
  kind: 'call',
  at,
  credits: [{ rep }],
})

// A live floor on a real log in a folder of its own, with a clock that tests turn.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFloorFile } from '../../main/feed/floor-file/read-floor-file.ts'
import type { LiveFloor } from '../../main/feed/fold/live-floor.ts'
import { openLiveFloor } from '../../main/feed/fold/open-live-floor.ts'
import type { Log } from '../../main/feed/store/log.ts'
import { openSqliteLog } from '../../main/feed/store/sqlite/sqlite-log.ts'
import { decideFact } from '../../shared/domain/facts/deal-history.ts'
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

export const floorFileOf = (text: string): FloorFile => {
  const reading = readFloorFile(text)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.file
}

export interface TestFloor {
  readonly floor: LiveFloor
  readonly log: Log
  readonly folder: string
  readonly errors: string[]
  put(...facts: unknown[]): Promise<void>
  withdraw(source: string, id: string): Promise<void>
  /** Closes without a word, as a killed process would, and opens the folder again. */
  reopen(): Promise<void>
  close(): void
}

export const openTestFloor = async (clock: TestClock, text: string = smallFloorText): Promise<TestFloor> => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-test-'))
  const stages = floorFileOf(text).floor.stages
  const errors: string[] = []
  const openLog = () =>
    openSqliteLog({ folder, decide: (before, write) => decideFact(before, write, stages) })
  const openFloor = (log: Log) =>
    openLiveFloor({ log, clock, onError: (what, error) => errors.push(`${what}: ${error}`) })
  let log = openLog()
  await log.appendFloor(text, clock.now(), null)
  let floor = openFloor(log)
  return {
    get floor() {
      return floor
    },
    get log() {
      return log
    },
    folder,
    errors,
    put: async (...facts) => {
      const parsed = facts.map((fact) => Fact.parse(fact))
      await floor.submit(
        parsed.map((fact) => ({ source: fact.source, id: fact.id, fact, receivedAt: clock.now() })),
      )
    },
    withdraw: async (source, id) => {
      await floor.submit([{ source, id, fact: null, receivedAt: clock.now() }])
    },
    reopen: async () => {
      log.close()
      log = openLog()
      floor = openFloor(log)
    },
    close: () => {
      floor.close()
      log.close()
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

// The log without a server, in a process of its own: each message asks for one round of it and of bare inserts.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteLog } from '../main/feed/log/sqlite-log.ts'
import { decideFact } from '../shared/domain/deal-history.ts'
import type { Fact } from '../shared/wire/fact.ts'
import { bareInserts } from './bare-inserts.ts'
import { newFolder, removeFolder } from './feed-process.ts'
import { factAt } from './floor-of-fifty.ts'
import { median, quantile } from './result.ts'

export interface Appended {
  readonly perSecond: number
  readonly p99Ms: number
}

export interface LogRound {
  readonly many: Appended
  readonly one: Appended
  /** Bare inserts, a row to a transaction, per second: the mean of those before and those after. */
  readonly bare: number
  /** Appending 4 KB and having them on disk. */
  readonly syncMs: number
}

const facts = Array.from({ length: 100_000 }, (_, index) => factAt(index, 100_000))
const few = facts.slice(0, 5000)
const fewLines = few.map((fact) => JSON.stringify(fact))

/** The median: a log grows, and its file's length has to be synced too. */
const syncMs = (): number => {
  const folder = newFolder()
  const file = openSync(join(folder, 'sync'), 'w')
  const block = Buffer.alloc(4096, 1)
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now()
    writeSync(file, block)
    fdatasyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  removeFolder(folder)
  return median(times)
}

/** Writers that each wait for their own fact to be on disk before they send the next. */
const appended = async (facts: readonly Fact[], inFlight: number): Promise<Appended> => {
  const folder = newFolder()
  const log = openSqliteLog({ folder, decide: (before, write) => decideFact(before, write, []) })
  const times: number[] = []
  let next = 0
  const start = performance.now()
  const writer = async (): Promise<void> => {
    for (let fact = facts[next++]; fact; fact = facts[next++]) {
      const sentAt = performance.now()
      await log.append([{ source: fact.source, id: fact.id, fact, receivedAt: 0 }])
      times.push(performance.now() - sentAt)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, writer))
  const perSecond = (times.length / (performance.now() - start)) * 1000
  log.close()
  removeFolder(folder)
  return { perSecond, p99Ms: quantile(times, 0.99) }
}

const oneRound = async (): Promise<LogRound> => {
  const before = bareInserts(fewLines, 1)
  const many = await appended(facts, 64)
  const one = await appended(few, 1)
  const after = bareInserts(fewLines, 1)
  return { many, one, bare: (before + after) / 2, syncMs: syncMs() }
}

process.on('message', () => {
  void oneRound().then((round) => process.send?.(round))
})

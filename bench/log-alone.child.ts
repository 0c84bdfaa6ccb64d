// The log without a server, or bare inserts, in a process of their own: each message asks for one round.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteStore } from '../main/feed/store/sqlite/open-sqlite-store.ts'
import { decideFact } from '../shared/domain/facts/deal-history.ts'
import type { Fact } from '../shared/wire/fact.ts'
import { bareInserts } from './bare-inserts.ts'
import { newFolder, removeFolder } from './feed-process.ts'
import { factAt } from './floor-of-fifty.ts'
import { median, quantile } from './result.ts'

/** `bare`: answered with rows per second, a row to a transaction. `log`: with a {@link LogRound}. */
export type LogQuestion = 'bare' | 'log'

interface Appended {
  readonly perSecond: number
  readonly p99Ms: number
}

export interface LogRound {
  readonly many: Appended
  readonly one: Appended
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
const appended = async (toAppend: readonly Fact[], inFlight: number): Promise<Appended> => {
  const folder = newFolder()
  const { log } = await openSqliteStore({ folder, decide: (before, write) => decideFact(before, write, []) })
  const times: number[] = []
  let next = 0
  const start = performance.now()
  const writer = async (): Promise<void> => {
    for (let fact = toAppend[next++]; fact; fact = toAppend[next++]) {
      const sentAt = performance.now()
      await log.append([{ source: fact.source, id: fact.id, fact, receivedAt: 0, by: 'bench' }])
      times.push(performance.now() - sentAt)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, writer))
  const perSecond = (times.length / (performance.now() - start)) * 1000
  await log.close()
  removeFolder(folder)
  return { perSecond, p99Ms: quantile(times, 0.99) }
}

const logRound = async (): Promise<LogRound> => ({
  many: await appended(facts, 64),
  one: await appended(few, 1),
  syncMs: syncMs(),
})

process.on('message', async (question: LogQuestion) => {
  process.send?.(question === 'bare' ? bareInserts(fewLines, 1) : await logRound())
})

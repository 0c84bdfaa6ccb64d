// What is read of a floor's log, alike for its owner and for whoever follows it.
import { factKey, factKeysOf, recordKey, withdrawnKey } from '../entry-key.ts'
import { type Log, LogUnavailable } from '../log.ts'
import type { FactsPage } from '../table-log.ts'
import type { PostgresReader } from './postgres-reader.ts'
import { troubleWords } from './trouble.ts'

/** Facts that are read in one go. */
const manyFacts = 1000

type LogReads = Pick<
  Log,
  'entriesAfter' | 'floorsBefore' | 'recordsOf' | 'recordUnder' | 'standingFact' | 'standing' | 'factsOf'
>

const read = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw new LogUnavailable(`the log cannot be read: ${troubleWords(error)}`, { cause: error })
  }
}

/** `announced`: the last entry that was announced. */
export const createLogReads = (reader: PostgresReader, announced: () => number): LogReads => ({
  async *entriesAfter(after) {
    for (let last = after; last < announced(); ) {
      // What is durable and not announced yet comes through `onCommit`.
      const from = last
      const page = await read(() => reader.pageAfter(from, announced()))
      last = page.last
      if (page.entries.length > 0) yield page.entries
    }
  },
  floorsBefore: (before, most) => {
    const end = Math.min(before ?? Number.POSITIVE_INFINITY, announced() + 1)
    return read(() => reader.floorsBefore(end, most))
  },
  recordsOf: (topic, most) => read(() => reader.recordsOf(topic, most)),
  recordUnder: (topic, cause) => read(() => reader.recordUnder(recordKey(topic, cause))),
  standingFact: async (source, id) => {
    const key = factKey(source, id)
    return (await read(() => reader.heads([key]))).get(key)?.stored ?? null
  },
  standing: async (keys) => {
    const named = keys.map(({ source, id }) => factKey(source, id))
    if (named.length === 0) return []
    const heads = await read(() => reader.heads(named.flatMap((key) => [key, withdrawnKey(key)])))
    return named.map((key) => ({
      stored: heads.get(key)?.stored ?? null,
      withdrawn: heads.get(withdrawnKey(key))?.withdrawn ?? null,
    }))
  },
  async *factsOf(source) {
    const { after, before } = factKeysOf(source)
    for (let last: string | null = after; last !== null; ) {
      const from: string = last
      const page: FactsPage = await read(() => reader.factsBetween(from, before, manyFacts))
      last = page.last
      if (page.facts.length > 0) yield page.facts
    }
  },
})

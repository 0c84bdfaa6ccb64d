// The fold of the contests: how each ended, and the seed of each raffle, are records of the log, of which the first stands for
// ever: whatever restarts, a contest ends once.
import { z } from 'zod'
import { Contest } from '../../../shared/wire/contests/contest.ts'
import { ContestStandings } from '../../../shared/wire/contests/standings.ts'
import type { LogEntry, RecordEntry, RecordWrite } from '../store/log.ts'

const topics = { end: 'contest-end', seed: 'contest-seed' } as const

/** So many are at hand; the log keeps all. */
const mostRecords = 5000

/** How a contest ended, with the rules that made it so. */
export const ContestEnd = z.object({ standings: ContestStandings, rules: Contest })
export type ContestEnd = z.infer<typeof ContestEnd>

/** Of a raffle: drawn before anybody can know the tickets, and told after the draw; its SHA-256 is told at once. */
export const ContestSeed = z.object({ seed: z.string(), sealed: z.string() })
export type ContestSeed = z.infer<typeof ContestSeed>

/** `on`: the local date on which that one of a contest begins. */
const causeOf = (contest: string, on: string): string => `${contest}:${on}`

export const endRecord = (end: ContestEnd, at: number): RecordWrite => ({
  topic: topics.end,
  cause: causeOf(end.standings.contest, end.standings.on),
  body: end,
  at,
  by: 'clock',
})

export const seedRecord = (contest: string, on: string, seed: ContestSeed, at: number): RecordWrite => ({
  topic: topics.seed,
  cause: causeOf(contest, on),
  body: seed,
  at,
  by: 'clock',
})

export interface ContestRecords {
  end(contest: string, on: string): ContestEnd | null
  seed(contest: string, on: string): ContestSeed | null
  /** The latest first. */
  ends(): readonly ContestEnd[]
  /** Entries that are none of these are passed over. */
  take(entries: readonly LogEntry[]): void
  onChange(listener: () => void): void
}

export const openContestRecords = async (log: {
  recordsOf(topic: string, most: number): Promise<readonly RecordEntry[]>
}): Promise<ContestRecords> => {
  const ends = new Map<string, ContestEnd>()
  const seeds = new Map<string, ContestSeed>()
  const listeners: (() => void)[] = []
  /** A body of another version of this program is none that this one can read. */
  const put = (topic: string, cause: string, body: unknown): boolean => {
    if (topic === topics.end && !ends.has(cause)) {
      const { data } = ContestEnd.safeParse(body)
      if (data) ends.set(cause, data)
      return data !== undefined
    }
    if (topic === topics.seed && !seeds.has(cause)) {
      const { data } = ContestSeed.safeParse(body)
      if (data) seeds.set(cause, data)
      return data !== undefined
    }
    return false
  }
  for (const topic of Object.values(topics))
    for (const { cause, body } of (await log.recordsOf(topic, mostRecords)).toReversed())
      put(topic, cause, body)
  return {
    end: (contest, on) => ends.get(causeOf(contest, on)) ?? null,
    seed: (contest, on) => seeds.get(causeOf(contest, on)) ?? null,
    ends: () => [...ends.values()].sort((one, other) => other.standings.finalAt - one.standings.finalAt),
    take: (entries) => {
      const taken = entries.filter(
        (entry) => entry.kind === 'record' && put(entry.topic, entry.cause, entry.body),
      )
      if (taken.length > 0) for (const listener of listeners) listener()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}

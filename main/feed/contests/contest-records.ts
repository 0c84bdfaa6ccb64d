// The fold of the contests: how each ended, and the seed of each raffle, are records of the log, of which the first stands for
// ever: whatever restarts, a contest ends once.
import { z } from 'zod'
import { Contest } from '../../../shared/wire/contests/contest.ts'
import { ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { openFirstRecords } from '../store/first-records.ts'
import type { Log, LogEntry, RecordWrite } from '../store/log.ts'

const topics = { end: 'contest-end', seed: 'contest-seed' } as const

/** Of each topic. */
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

export const openContestRecords = async (log: Pick<Log, 'recordsOf'>): Promise<ContestRecords> => {
  const ends = await openFirstRecords(
    log,
    topics.end,
    mostRecords,
    ({ body }) => ContestEnd.safeParse(body).data ?? null,
  )
  const seeds = await openFirstRecords(
    log,
    topics.seed,
    mostRecords,
    ({ body }) => ContestSeed.safeParse(body).data ?? null,
  )
  const listeners: (() => void)[] = []
  return {
    end: (contest, on) => ends.under(causeOf(contest, on)),
    seed: (contest, on) => seeds.under(causeOf(contest, on)),
    ends: () => ends.all().toSorted((one, other) => other.standings.finalAt - one.standings.finalAt),
    take: (entries) => {
      const taken = ends.take(entries).length + seeds.take(entries).length
      if (taken > 0) for (const listener of listeners) listener()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}

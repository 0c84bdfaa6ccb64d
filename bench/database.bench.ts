// The log in PostgreSQL beside the log in a file, and beside bare inserts of the same rows.
import { prepareDatabase } from '../main/feed/store/postgres/prepare-database.ts'
import { startPostgres } from '../test/tables/database-servers.ts'
import { startBuiltChild } from './child.ts'
import type { DatabaseQuestion } from './database-log.child.ts'
import { atLeast, type BenchResult, median, short } from './result.ts'

export const name = 'The log in a database'

const rounds = 7

const loads = [
  { what: '64 in flight', inFlight: 64, size: 1, facts: 20_000 },
  { what: 'an import, 4 × 1,000 facts in flight', inFlight: 4, size: 1000, facts: 60_000 },
] as const

export const run = async (): Promise<BenchResult[]> => {
  const server = await startPostgres(true)
  const url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
  const child = startBuiltChild('./database-log.child.ts')
  const ask = (question: Omit<DatabaseQuestion, 'url'>): Promise<number> =>
    child.ask<number>({ ...question, url } satisfies DatabaseQuestion)

  const results: BenchResult[] = []
  const compare = async (
    what: string,
    goal: number,
    load: Omit<DatabaseQuestion, 'url' | 'side'>,
    side: 'file' | 'bare',
  ): Promise<void> => {
    const ours: number[] = []
    const others: number[] = []
    // The first round warms both up.
    for (let round = -1; round < rounds; round++) {
      const other = await ask({ ...load, side })
      const own = await ask({ ...load, side: 'database' })
      if (round < 0) continue
      ours.push(own)
      others.push(other)
    }
    const ratio = median(ours.map((own, round) => own / (others[round] ?? Number.NaN)))
    const detail = `${short(median(ours))} against ${short(median(others))} facts/s`
    results.push(atLeast(what, goal, ratio, detail))
  }
  for (const { what, ...load } of loads) await compare(`${what} ÷ the log in a file`, 0.45, load, 'file')
  await compare(
    '1,000 facts a statement, one after the other ÷ bare INSERT of the same rows',
    0.35,
    { inFlight: 1, size: 1000, facts: 60_000 },
    'bare',
  )
  await child.end()
  await server.close()
  return results
}

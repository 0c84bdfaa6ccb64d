// What it costs a node to tell the others of its commits: 64 floors that write at once, with hints and without.
import { openDatabaseNode } from '../main/feed/store/postgres/database-node.ts'
import { prepareDatabase } from '../main/feed/store/postgres/prepare-database.ts'
import { startPostgres } from '../test/tables/database-servers.ts'
import { startBuiltChild } from './child.ts'
import type { HintsQuestion } from './database-hints.child.ts'
import { atLeast, type BenchResult, median, short } from './result.ts'

export const name = 'Hints between nodes'

const rounds = 7
const floors = 64
const facts = 100

export const run = async (): Promise<BenchResult[]> => {
  const server = await startPostgres(true)
  const url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
  const other = await openDatabaseNode({ url, nodeUrl: '', name: 'one that listens', key: null })
  let heard = 0
  other.onHint(() => {
    heard += 1
  })
  const child = startBuiltChild('./database-hints.child.ts', url, String(floors))
  await child.next()
  const rates: { hinted: number; silent: number }[] = []
  // The first round warms both up.
  for (let round = -1; round < rounds; round++) {
    const silent = await child.ask<number>({ side: 'silent', facts } satisfies HintsQuestion)
    const hinted = await child.ask<number>({ side: 'hinted', facts } satisfies HintsQuestion)
    if (round >= 0) rates.push({ hinted, silent })
  }
  await child.end()
  await other.close()
  await server.close()
  const ratio = median(rates.map(({ hinted, silent }) => hinted / silent))
  const of = (side: 'hinted' | 'silent'): string => short(median(rates.map((rate) => rate[side])))
  const detail = `${of('hinted')} against ${of('silent')} appends/s; ${short(heard)} hints heard for ${short(floors * facts * (rounds + 1))} appends`
  return [atLeast(`${floors} floors that write at once: hinted ÷ silent appends`, 0.6, ratio, detail)]
}

// The engine against history of growing length, against recomputing in SQL, and against a general view-maintenance library.
import { D2, groupBy, groupByOperators, MultiSet, output } from '@tanstack/db-ivm'
import Database from 'libsql'
import { createEngine, type Engine } from '../shared/domain/counting/engine.ts'
import { createFloorModel } from '../shared/domain/counting/floor-model.ts'
import type { StoredFact } from '../shared/domain/facts/stored-fact.ts'
import { floorOfFifty, storedFacts } from './floor-of-fifty.ts'
import { atLeast, type BenchResult, interleaved, rateOf, short } from './result.ts'

export const name = 'Engine: 30 metrics of 50 people'

const rounds = 5
const probe = 30_000
const histories = [10_000, 100_000, 1_000_000]
const total = 1_100_000
/** The year's end. */
const now = Date.UTC(2027, 0, 1)

const applyAll = (engine: Engine, facts: readonly StoredFact[]): void => {
  for (const fact of facts) engine.apply(null, fact, now)
}

/** Facts put and taken back again, so that every round meets the same history. */
const probeRate = (engine: Engine, facts: readonly StoredFact[]): number =>
  rateOf(2 * facts.length, () => {
    for (const fact of facts) engine.apply(null, fact, now)
    for (const fact of facts) engine.apply(fact, null, now)
  })

const engineWith = (history: number): Engine => {
  const engine = createEngine(createFloorModel(floorOfFifty))
  const slice = 50_000
  // The history spans the whole year, however long it is; made in slices to spare the memory.
  for (let from = 0; from < history; from += slice)
    applyAll(engine, storedFacts(from, Math.min(slice, history - from), history))
  return engine
}

interface Won {
  readonly rep: string
  readonly month: string
  readonly minor: number
}

const wonOf = (facts: readonly StoredFact[]): Won[] =>
  facts.flatMap(({ fact }) =>
    fact.type === 'deal'
      ? [
          {
            rep: fact.credits[0]?.rep ?? '',
            month: (fact.createdAt ?? '').slice(0, 7),
            minor: fact.amount?.minor ?? 0,
          },
        ]
      : [],
  )

/** What a dashboard does after each fact: the quarter's 30 numbers per person and one rank, anew, in one query. */
const sqlRate = (history: readonly StoredFact[], changes: readonly StoredFact[]): number => {
  const database = new Database(':memory:')
  database.exec(
    'CREATE TABLE fact (kind TEXT, status TEXT, day TEXT, rep TEXT, minor INTEGER, seconds INTEGER); CREATE INDEX by_day ON fact (day)',
  )
  const insert = database.prepare('INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)')
  const put = ({ fact }: StoredFact): string => {
    const rep = fact.credits[0]?.rep ?? ''
    const day = ((fact.type === 'deal' ? fact.createdAt : fact.at) ?? '').slice(0, 10)
    if (fact.type === 'deal') insert.run('deal', fact.status, day, rep, fact.amount?.minor ?? 0, 0)
    else insert.run(fact.kind, '', day, rep, 0, fact.durationSeconds ?? 0)
    return day
  }
  const sums = ['call', 'conversation', 'email', 'meeting', 'demo'].map((kind) => `SUM(kind = '${kind}')`)
  const deals = ['won', 'lost', 'open'].flatMap((status) =>
    Array.from({ length: 4 }, () => [
      `SUM(status = '${status}')`,
      `SUM(minor * (status = '${status}'))`,
    ]).flat(),
  )
  const recompute = database.prepare(
    `SELECT rep, ${[...sums, 'SUM(seconds)', ...deals].join(', ')},
      RANK() OVER (ORDER BY SUM(minor * (status = 'won')) DESC) AS place
     FROM fact WHERE day >= ? AND day < ? GROUP BY rep`,
  )
  database.exec('BEGIN')
  for (const fact of history) put(fact)
  const rate = rateOf(changes.length, () => {
    for (const fact of changes) {
      put(fact)
      recompute.all('2026-01-01', '2026-04-01')
    }
  })
  database.close()
  return rate
}

/** One sum per person and month, maintained by a library: a thirtieth of the work. */
const viewLibraryRate = (changes: readonly Won[]): number => {
  const graph = new D2()
  const input = graph.newInput<Won>()
  input.pipe(
    groupBy(({ rep, month }: Won) => ({ rep, month }), {
      total: groupByOperators.sum(({ minor }: Won) => minor),
    }),
    output(() => undefined),
  )
  graph.finalize()
  return rateOf(changes.length, () => {
    for (const won of changes) {
      input.sendData(new MultiSet([[won, 1]]))
      graph.run()
    }
  })
}

export const run = async (): Promise<BenchResult[]> => {
  const changes = storedFacts(0, probe, total)
  const engines = histories.map((history) => ({ history, engine: engineWith(history) }))
  for (const { engine } of engines) probeRate(engine, changes)
  const rates = interleaved(
    rounds,
    Object.fromEntries(
      engines.map(({ history, engine }) => [String(history), () => probeRate(engine, changes)]),
    ),
  )
  const [small = 0, middle = 0, large = 0] = histories.map((history) => rates[String(history)] ?? 0)
  const peers = interleaved(3, {
    sql: () => sqlRate(storedFacts(0, 10_000, 10_000), storedFacts(0, 300, 300)),
    library: () => viewLibraryRate(wonOf(changes)),
  })
  const { sql = 0, library = 0 } = peers
  return [
    atLeast(
      'facts a second at 10⁶ of history, in units of 300,000',
      1,
      large / 300_000,
      `${short(large)} facts/s`,
    ),
    atLeast(
      'speed at 10⁶ of history ÷ at 10⁴',
      0.8,
      large / small,
      `${short(small)}, ${short(middle)}, ${short(large)} facts/s at 10⁴, 10⁵, 10⁶`,
    ),
    atLeast(
      'engine ÷ recomputing the quarter in SQLite (10,000 facts a year)',
      300,
      small / sql,
      `${short(small)} against ${short(sql)} facts/s`,
    ),
    atLeast(
      'engine ÷ db-ivm keeping one sum',
      8,
      small / library,
      `${short(small)} against ${short(library)} facts/s`,
    ),
  ]
}

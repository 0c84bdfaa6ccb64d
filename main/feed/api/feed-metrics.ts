// What Prometheus is told about a feed. One registry per feed, so that two in one process keep apart.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { FactsAnswer } from '../../../shared/wire/fact.ts'

export interface FeedMetrics {
  readonly registry: Registry
  noteFacts(answer: FactsAnswer): void
  noteCommit(commit: { readonly rows: number; readonly seconds: number }): void
  /** Facts of one caller were taken: how long after it came with them they were durable and counted. */
  noteDurable(seconds: number): void
  /** Asked at each scrape. */
  countTvs(count: () => number): void
}

/** `floor`: one of several in a process, which tells of itself elsewhere. */
export const createFeedMetrics = (of: 'process' | 'floor' = 'process'): FeedMetrics => {
  const registry = new Registry()
  const registers = [registry]
  if (of === 'process') collectDefaultMetrics({ register: registry })
  const facts = new Counter({
    name: 'floorboard_facts_total',
    help: 'Facts that were sent, by what became of them',
    labelNames: ['result'] as const,
    registers,
  })
  const rows = new Histogram({
    name: 'floorboard_commit_entries',
    help: 'Entries that shared one commit of the log',
    buckets: [1, 4, 16, 64, 256, 1024, 4096],
    registers,
  })
  const seconds = new Histogram({
    name: 'floorboard_commit_seconds',
    help: 'Time that one commit of the log took, its sync to disk included',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 1],
    registers,
  })
  const durable = new Histogram({
    name: 'floorboard_facts_durable_seconds',
    help: 'Time from when facts of one caller came until they were durable and counted',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  })
  let tvs = (): number => 0
  new Gauge({
    name: 'floorboard_tvs_connected',
    help: 'TVs on the socket',
    registers,
    collect() {
      this.set(tvs())
    },
  })
  for (const result of ['accepted', 'unchanged', 'rejected', 'unread'] as const) facts.inc({ result }, 0)

  const count = (result: 'accepted' | 'unchanged' | 'rejected' | 'unread', many: number): void => {
    if (many > 0) facts.inc({ result }, many)
  }
  return {
    registry,
    noteFacts({ accepted, unchanged, rejected, unread }) {
      count('accepted', accepted)
      count('unchanged', unchanged)
      count('rejected', rejected.length)
      count('unread', unread ?? 0)
    },
    noteCommit(commit) {
      rows.observe(commit.rows)
      seconds.observe(commit.seconds)
    },
    noteDurable: (seconds) => durable.observe(seconds),
    countTvs(read) {
      tvs = read
    },
  }
}

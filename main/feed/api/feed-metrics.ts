// What Prometheus is told about this feed. One registry per feed, so that two in one process keep apart.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { FactsAnswer } from '../../../shared/wire/fact.ts'

export interface FeedMetrics {
  readonly registry: Registry
  noteFacts(answer: FactsAnswer): void
  noteCommit(commit: { readonly rows: number; readonly seconds: number }): void
  /** Asked at each scrape. */
  countTvs(count: () => number): void
}

export const createFeedMetrics = (): FeedMetrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
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
    countTvs(read) {
      tvs = read
    },
  }
}

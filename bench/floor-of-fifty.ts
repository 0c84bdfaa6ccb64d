// The floor that benchmarks count on: 50 people in 5 teams and 2 zones, 30 metrics, and an endless supply of facts.
import type { FactWrite } from '../main/feed/store/log.ts'
import { decideFact } from '../shared/domain/facts/deal-history.ts'
import type { StoredFact } from '../shared/domain/facts/stored-fact.ts'
import { Fact } from '../shared/wire/fact.ts'
import { FloorFile, type Metric } from '../shared/wire/floor.ts'

const kinds = ['call', 'conversation', 'email', 'meeting', 'demo'] as const
const statuses = ['won', 'lost', 'open'] as const
const dates = ['createdAt', 'closedAt', 'expectedCloseOn'] as const

type MetricIn = Pick<Metric, 'id' | 'unit' | 'of'>

const metrics: MetricIn[] = [
  ...kinds.map(
    (kind): MetricIn => ({
      id: kind,
      unit: 'count',
      of: { from: 'activity', where: [{ field: 'kind', is: kind }], date: 'at', measure: 'count' },
    }),
  ),
  {
    id: 'talk-time',
    unit: 'count',
    of: {
      from: 'activity',
      where: [{ field: 'kind', is: 'call' }],
      date: 'at',
      measure: { sum: 'durationSeconds' },
    },
  },
  ...statuses.flatMap((status) =>
    dates.flatMap((date): MetricIn[] => [
      {
        id: `${status}-${date.toLowerCase()}-deals`,
        unit: 'count',
        of: { from: 'deal', where: [{ field: 'status', is: status }], date, measure: 'count' },
      },
      {
        id: `${status}-${date.toLowerCase()}-money`,
        unit: 'money',
        of: { from: 'deal', where: [{ field: 'status', is: status }], date, measure: { sum: 'amount' } },
      },
    ]),
  ),
  {
    id: 'cycle',
    unit: 'days',
    of: {
      from: 'deal',
      where: [{ field: 'status', is: 'won' }],
      date: 'closedAt',
      measure: { meanDays: ['createdAt', 'closedAt'] },
    },
  },
  ...(['deal.created', 'deal.won', 'deal.lost'] as const).map(
    (kind): MetricIn => ({
      id: kind.replace('.', '-'),
      unit: 'count',
      of: { from: 'activity', where: [{ field: 'kind', is: kind }], date: 'at', measure: 'count' },
    }),
  ),
  { id: 'win-rate', unit: 'percent', of: { ratio: ['won-closedat-deals', 'lost-closedat-deals'] } },
  {
    id: 'score',
    unit: 'points',
    of: {
      points: [
        ['call', 1],
        ['meeting', 5],
      ],
    },
  },
]

export const people = 50

export const floorOfFifty: FloorFile = FloorFile.parse({
  floor: {
    name: 'Fifty',
    timeZone: 'America/New_York',
    currency: 'USD',
    stages: ['New', 'Closed'],
    // At work whenever the benchmark runs: paces move.
    workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    businessHours: { from: '00:00', to: '24:00' },
  },
  teams: Array.from({ length: 5 }, (_, i) => ({
    id: `team-${i}`,
    name: `Team ${i}`,
    timeZone: i % 2 ? 'Europe/London' : 'America/New_York',
  })),
  people: Array.from({ length: people }, (_, i) => ({
    id: `rep-${i}`,
    name: `Rep ${i}`,
    team: `team-${i % 5}`,
  })),
  metrics: metrics.map((metric) => ({
    name: metric.id,
    objective: 'What the benchmark asks',
    indicator: metric.id === 'won-closedat-money' ? 'output' : 'input',
    question: 'activity',
    ...metric,
  })),
  goals: [{ metric: 'won-closedat-money', window: 'year', org: true, value: 1_000_000 }],
  boards: [{ id: 'wall', kind: 'leaderboard', title: 'Won', metric: 'won-closedat-money', window: 'year' }],
})

/** Facts run through one year, in order. */
const yearStart = Date.UTC(2026, 0, 1)
const yearMs = 31_536_000_000

/** The `index`-th of `of` facts: a fifth of them deals. Ids are ordered, as good sources make them. */
export const factAt = (index: number, of: number): Fact => {
  const at = new Date(yearStart + Math.floor((index / of) * yearMs)).toISOString()
  const credits = [{ rep: `rep-${(index * 7) % people}` }]
  const id = String(index).padStart(9, '0')
  const kind = kinds[index % 5]
  if (index % 5 !== 0 && kind) {
    return Fact.parse({
      source: 'dialer',
      id,
      type: 'activity',
      kind,
      at,
      durationSeconds: index % 300,
      account: 'Northwind Traders',
      credits,
    })
  }
  const status = statuses[(index / 5) % 3] ?? 'open'
  return Fact.parse({
    source: 'crm',
    id,
    type: 'deal',
    name: 'Platform, 3-year',
    account: 'Northwind Traders',
    amount: { minor: 100_00 + ((index * 977) % 5_000_000), currency: 'USD' },
    stage: status === 'open' ? 'New' : 'Closed',
    status,
    createdAt: at,
    expectedCloseOn: at.slice(0, 10),
    ...(status === 'open' ? {} : { closedAt: at }),
    credits,
  })
}

export const storedFacts = (from: number, count: number, of: number): StoredFact[] =>
  Array.from({ length: count }, (_, i) => {
    const change = { fact: factAt(from + i, of), receivedAt: yearStart }
    const stored = decideFact(null, change, floorOfFifty.floor.stages)
    if (!stored) throw new Error('a fact that is put stands')
    return stored
  })

/** Facts as a log takes them, with their text at hand. */
export const writesOf = (count: number): readonly FactWrite[] =>
  Array.from({ length: count }, (_, index) => {
    const fact = factAt(index, count)
    return {
      ...{ source: fact.source, id: fact.id, fact, text: JSON.stringify(fact) },
      ...{ receivedAt: 1_795_000_000_000, by: 'bench' },
    }
  })

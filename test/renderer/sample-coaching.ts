// What the feed answers of one person's formula, as the tests of the console's pages begin with it: five steps, 98
// conversations of which 22 became meetings, where their own rate makes 33 of them.
import type { CoachingAnswer, StepReading } from '../../shared/wire/coaching.ts'
import type { Plan } from '../../shared/wire/plan.ts'
import type { Standing, ViewMetric } from '../../shared/wire/view-parts.ts'

const metric = (id: string, name: string, noun: string, unit: 'count' | 'money' = 'count'): ViewMetric => ({
  id,
  name,
  noun,
  objective: '',
  unit,
  indicator: unit === 'money' ? 'output' : 'input',
  better: 'higher',
})

export const chainMetrics: readonly ViewMetric[] = [
  metric('dials', 'Dials', 'dials'),
  metric('conversations', 'Conversations', 'conversations'),
  metric('meetings', 'Meetings', 'meetings'),
  metric('pipeline', 'Pipeline', 'pipeline', 'money'),
  metric('revenue', 'Revenue', 'revenue', 'money'),
]

const named = (id: string): ViewMetric => {
  const found = chainMetrics.find((each) => each.id === id)
  if (!found) throw new Error(`the chain has no step "${id}"`)
  return found
}

/** What the share of value won is a share of. */
export const valueDecided = metric('decided', 'Value decided', 'decided', 'money')

export const reading = (more: Partial<StepReading> = {}): StepReading => ({
  counted: { made: named(more.metric ?? 'conversations'), from: named(more.from ?? 'dials') },
  metric: 'conversations',
  from: 'dials',
  now: { made: 98, from: 1332, attempts: 1332, value: 98 / 1332 },
  isShare: true,
  interval: { low: 0.061, high: 0.089 },
  own: 0.071,
  role: 0.069,
  verdict: 'holds',
  short: null,
  ...more,
})

export const sunkMeetings = reading({
  metric: 'meetings',
  from: 'conversations',
  now: { made: 22, from: 98, attempts: 98, value: 22 / 98 },
  interval: { low: 0.153, high: 0.317 },
  own: 0.34,
  role: 0.33,
  verdict: 'sank',
  short: 0.34 * 98 - 22,
})

/** 22 meetings that brought $451,000. */
export const averagePipeline = reading({
  metric: 'pipeline',
  from: 'meetings',
  now: { made: 45_100_000, from: 22, attempts: 22, value: 2_050_000 },
  isShare: false,
  interval: null,
  own: 2_000_000,
  role: 2_100_000,
})

/** $120,000 of $420,000 that were decided, in 13 deals. */
export const valueWon = reading({
  metric: 'revenue',
  from: 'pipeline',
  now: { made: 12_000_000, from: 42_000_000, attempts: 13, value: 12 / 42 },
  counted: { made: named('revenue'), from: valueDecided },
  interval: { low: 0.11, high: 0.56 },
  own: 0.27,
  role: null,
  verdict: 'too little to tell',
})

const rate = (value: number, of: 'own' | 'role' | 'floor' | 'manager' = 'own') => ({
  of,
  value,
  made: 0,
  from: 0,
  attempts: 40,
})

/** For $300,000 in 63 days: 35 dials a day. */
export const samplePlan: Plan = {
  person: 'elena',
  role: 'ae',
  window: 'quarter',
  from: '2026-10-01',
  to: '2027-01-01',
  history: { from: '2026-04-01', to: '2026-10-01' },
  version: 1,
  quota: 30_000_000,
  won: 0,
  days: 63,
  steps: [
    { metric: 'dials', need: 2205, rate: null },
    { metric: 'conversations', need: 156.5, rate: rate(0.071) },
    { metric: 'meetings', need: 53.2, rate: rate(0.34) },
    { metric: 'pipeline', need: 106_400_000, rate: rate(2_000_000, 'role') },
    { metric: 'revenue', need: 30_000_000, rate: rate(0.282, 'floor') },
  ],
  holdsFrom: '2026-10-01',
  reason: null,
}

const standing = (value: number, goal: number): Standing => ({
  value,
  goal,
  attainment: value / goal,
  pace: null,
  state: value >= goal ? 'reached' : 'on pace',
})

export const sampleCoaching = (more: Partial<CoachingAnswer> = {}): CoachingAnswer => ({
  who: {
    id: 'elena',
    face: { name: 'Elena Voss', short: 'Elena', initials: 'EV', hue: 1, photo: null },
    role: 'Enterprise AE',
    team: 'Enterprise',
  },
  window: { start: '2026-10-01', end: '2027-01-01', label: 'Q4 2026', progress: 'day 37 of 63' },
  metrics: [...chainMetrics],
  plans: [samplePlan],
  corrected: [],
  none: null,
  today: [standing(21, 35), standing(3, 3), standing(0, 1), standing(0, 1_700_000), standing(0, 480_000)],
  done: { days: 37, amounts: [1332, 98, 22, 45_100_000, 12_000_000] },
  live: {
    won: 12_000_000,
    open: [0, 0, 0, 20_000_000, 0],
    days: 27,
    needs: [907.82, 64.46, 21.91, 63_829_787, 18_000_000],
  },
  readings: [reading(), sunkMeetings, averagePipeline, valueWon],
  last: {
    label: 'Q3 2026',
    counts: [
      { made: 150, from: 2100, attempts: 2100, value: 150 / 2100 },
      { made: 51, from: 150, attempts: 150, value: 0.34 },
      { made: 102_000_000, from: 51, attempts: 51, value: 2_000_000 },
      { made: 27_540_000, from: 102_000_000, attempts: 21, value: 0.27 },
    ],
  },
  point: { kind: 'sank', link: 1 },
  unlogged: [],
  moved: null,
  mayPlan: true,
  boards: [],
  ...more,
})

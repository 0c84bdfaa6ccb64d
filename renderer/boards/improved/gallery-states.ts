// Most improved and streaks in the states that somebody has looked at.
import type { ImprovedRow, ImprovedView, StreakRow } from '../../../shared/wire/boards/improved-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { created, cycle, k, meetings, pictureTime, week } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames, face } from '../samples/people.ts'

const dials = metric({ id: 'dials', name: 'Dials', indicator: 'input' })
const winRate = metric({ id: 'win-rate', name: 'Win rate', unit: 'percent' })
const untouched = metric({
  id: 'untouched',
  name: 'Untouched deals',
  noun: 'untouched',
  indicator: 'input',
  better: 'lower',
})

type Gain = readonly [name: string, from: number, to: number]
type Run = readonly [name: string, days: number, today?: StreakRow['today']]

const relativeTo = (from: number, to: number): number => to / from - 1
const difference = (from: number, to: number): number => to - from

const gainRows = (gains: readonly Gain[], change: typeof difference): Record<string, ImprovedRow> =>
  Object.fromEntries(
    gains.map(([name, from, to], place) => [
      `g${place}`,
      { ...face(name, place), place, from, to, change: change(from, to) },
    ]),
  )

const runRows = (runs: readonly Run[]): Record<string, StreakRow> =>
  Object.fromEntries(
    runs.map(([name, days, today = 'reached'], place) => [
      `s${place}`,
      { ...face(name, place + 3), place, days, capped: days >= 250, today },
    ]),
  )

interface State {
  readonly gains: readonly Gain[]
  readonly runs: readonly Run[]
  readonly on?: ViewMetric
  readonly streakOn?: ViewMetric
  readonly relative?: boolean
  readonly withGoal?: number
  readonly part?: Partial<ImprovedView>
}

const improved = (id: string, state: State): ImprovedView => {
  const { gains, runs, on = dials, streakOn = on, relative = true, withGoal = 12, part } = state
  return {
    id,
    kind: 'improved',
    title: 'Most improved',
    scope: 'Sales development',
    window: { ...week, progress: 'working day 5 of 5' },
    changedAt: pictureTime - 12 * 60_000,
    awaits: null,
    improved: on,
    relative,
    early: false,
    newcomers: [],
    rows: gainRows(gains, relative ? relativeTo : difference),
    streaks: { metric: streakOn, withGoal, rows: runRows(runs) },
    ...part,
  }
}

const gains: readonly Gain[] = [
  ['Kofi Mensah', 96.4, 158],
  ['Aaliyah Washington', 121.2, 171],
  ['佐藤 健', 134.8, 162],
  ['Isabella Rossi', 118, 131],
  ['Mateo García Núñez', 142.5, 149],
]
const runs: readonly Run[] = [
  ['Isabella Rossi', 14],
  ['Kofi Mensah', 8],
  ['Devon Achebe', 5, 'open'],
  ['Mateo García Núñez', 3],
]
const crowd = (count: number): Gain[] =>
  Array.from({ length: count }, (_, index) => [`Person Number ${index + 1}`, 40 + index, 120 - index])
const crowdRuns = (count: number): Run[] =>
  Array.from({ length: count }, (_, index) => [
    `Person Number ${index + 1}`,
    Math.max(2, 31 - index * 2),
    index % 3 ? 'reached' : 'open',
  ])

export const views: readonly ImprovedView[] = [
  improved('improved', { gains, runs, part: { newcomers: ['Freya H.', 'Yusuf D.'] } }),
  improved('improved-many', {
    gains: crowd(13),
    runs: crowdRuns(24),
    part: { newcomers: ['Ana L.', 'Bo B.', 'Cy Y.', 'Dee D.', 'Eve E.'] },
  }),
  improved('improved-none', { gains: [], runs: [] }),
  improved('improved-early', {
    gains: [],
    runs: runs.slice(0, 2).map(([name, days]) => [name, days, 'open']),
    part: { early: true, window: { ...week, progress: 'working day 1 of 5' } },
  }),
  improved('improved-no-goals', { gains: gains.slice(0, 3), runs: [], withGoal: 0 }),
  improved('improved-one', {
    gains: gains.slice(0, 1),
    runs: [['Grace Lindqvist', 250, 'open']],
    on: meetings,
  }),
  improved('improved-all-tied', {
    gains: gains.map(([name]) => [name, 10, 15]),
    runs: runs.map(([name]) => [name, 2, 'off']),
  }),
  improved('improved-rate', {
    gains: [
      ['Priya Raman', 0.21, 0.34],
      ['Marcus Oyelaran', 0.4, 0.405],
    ],
    runs: runs.slice(0, 3),
    on: winRate,
    streakOn: meetings,
    relative: false,
  }),
  improved('improved-fewer', {
    gains: [
      ['Priya Raman', 9, 2],
      ['Marcus Oyelaran', 12.4, 11],
      ['Elena Voss', 4, 0],
      ['Tomás Herrera', 3.2, -1],
    ],
    runs,
    on: untouched,
    streakOn: dials,
  }),
  improved('improved-days', {
    gains: [
      ['Priya Raman', 61, 38.5],
      ['Marcus Oyelaran', 41.25, 40],
    ],
    runs: [],
    on: cycle,
    streakOn: dials,
    relative: false,
  }),
  improved('improved-billion', {
    gains: [
      ['Priya Raman', 4.1e6 * k, 1e7 * k],
      ['Marcus Oyelaran', 1, 9e6 * k],
      ['Elena Voss', 20 * k, 21 * k],
      ['Tomás Herrera', 1.1 * k, 4 * k],
    ],
    runs: [
      ['Priya Raman', 249],
      ['Marcus Oyelaran', 100, 'open'],
    ],
    on: created,
  }),
  improved('improved-awkward', {
    gains: awkwardNames.slice(0, 5).map((name, index) => [name, 41 + index, 160 - index * 20]),
    runs: awkwardNames.slice(3).map((name, index) => [name, 40 - index * 9, index % 2 ? 'open' : 'off']),
    part: { newcomers: awkwardNames.slice(2, 7), scope: awkwardNames[0] ?? '' },
  }),
]

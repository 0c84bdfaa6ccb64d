// Out of hours, in the states that somebody has looked at.
import type { CalmGoal, CalmResult, CalmView } from '../../../shared/wire/boards/calm-board.ts'
import type { ViewWindow } from '../../../shared/wire/view-parts.ts'
import { k, meetings, pictureTime, revenue, week } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames, standing } from '../samples/people.ts'

const dials = metric({ id: 'dials', name: 'Dials', indicator: 'input' })
const bookings = { ...revenue, noun: 'booked' }
const longName = 'Ein außergewöhnlich langer Name einer Kennzahl, der nirgends Platz findet'

const goalOf = (part: Partial<CalmGoal> = {}): CalmGoal => ({
  metric: dials,
  grain: 'week',
  of: 'each',
  goal: { from: 160, to: 160 },
  aDay: { from: 32, to: 32 },
  ...part,
})
const noGoal = { of: null, goal: null, aDay: null } as const

const resultOf = (value: number | null, goal: number | null, part: Partial<CalmResult> = {}): CalmResult => {
  return { ...standing(value, goal), metric: bookings, window: week, ...part }
}
const closed = (part: Partial<ViewWindow>): ViewWindow => ({ ...week, progress: 'closed', ...part })

const calm = (id: string, part: Partial<CalmView> = {}): CalmView => ({
  id,
  kind: 'calm',
  title: 'After hours',
  scope: 'Northwind',
  window: week,
  changedAt: pictureTime - 12 * 60_000,
  awaits: null,
  next: { day: '2026-11-23', inDays: 3 },
  goals: [goalOf()],
  result: resultOf(412 * k, 400 * k),
  ...part,
})

export const views: readonly CalmView[] = [
  calm('calm'),
  calm('calm-clock', { goals: [], result: null }),
  calm('calm-behind', {
    next: { day: '2026-11-21', inDays: 1 },
    goals: [goalOf({ goal: { from: 80, to: 160 }, aDay: { from: 16, to: 32 } })],
    result: resultOf(180 * k, 400 * k),
  }),
  calm('calm-two-goals', {
    next: { day: '2027-01-04', inDays: 11 },
    goals: [
      goalOf(),
      goalOf({ metric: meetings, of: 'together', goal: { from: 50, to: 50 }, aDay: { from: 10, to: 10 } }),
    ],
    result: resultOf(300 * k, 400 * k, {
      window: closed({ label: 'Last week' }),
      pace: 400 * k,
      state: 'behind',
    }),
  }),
  calm('calm-no-goals', { goals: [goalOf(noGoal)], result: resultOf(412 * k, null) }),
  calm('calm-unknown', {
    next: null,
    goals: [],
    result: resultOf(null, 0.3, { metric: metric({ id: 'win-rate', name: 'Win rate', unit: 'percent' }) }),
  }),
  calm('calm-negative', { goals: [], result: resultOf(-412 * k, 400 * k) }),
  calm('calm-awkward', {
    title: awkwardNames[0] ?? '',
    scope: awkwardNames[2] ?? '',
    goals: [
      goalOf({
        metric: { ...dials, name: longName, noun: longName },
        goal: { from: 1_250_000, to: 1e9 },
        aDay: { from: 250_000, to: 2e8 },
      }),
      goalOf({ ...noGoal, metric: { ...dials, id: 'jp', name: '新規商談の創出件数', noun: '件' } }),
    ],
    result: resultOf(4.12e12, 1.1e14, {
      metric: { ...bookings, noun: longName },
      window: closed({ label: 'Week of Nov 16, 2026' }),
    }),
  }),
]

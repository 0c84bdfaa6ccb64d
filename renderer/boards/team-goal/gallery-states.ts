// The team goal as one big bar, in the states that somebody has looked at.
import { askOf } from '../../../shared/domain/boards/team-ask.ts'
import { attainmentOf, paceOf, stateOf } from '../../../shared/domain/standing/attainment.ts'
import type { TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { closers, head, k, meetings, quarter, week } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames, face, standing } from '../samples/people.ts'

interface Given {
  readonly goal: number | null
  readonly thresholds?: readonly (readonly [at: number, unlocks: string])[]
  readonly metric?: ViewMetric
  /** Of today's people, who did not get a part of their own; and what they added. */
  readonly others?: TeamGoalView['others']
  readonly gathered?: TeamGoalView['gathered']
  readonly value?: number | null
  readonly people?: number
  readonly days?: number | null
  readonly part?: Partial<TeamGoalView>
}

const bar = (
  id: string,
  title: string,
  brought: readonly (readonly [name: string, value: number])[],
  { goal, thresholds = [], others = null, gathered, days = 28, part = {}, ...more }: Given,
): TeamGoalView => {
  const { metric: own, ...frame } = head(id, title)
  const about = more.metric ?? own
  const sum = brought.reduce((total, [, value]) => total + value, others?.value ?? 0)
  const value = more.value === undefined ? sum : more.value
  const pace = paceOf(goal, 0.56, true, 'higher')
  const left = goal === null || value === null ? null : goal - value
  return {
    ...frame,
    metric: about,
    kind: 'team-goal',
    window: about.unit === 'money' ? quarter : week,
    value,
    goal,
    attainment: attainmentOf(value, goal, 'higher'),
    pace,
    state: stateOf(value, goal, pace, 'higher'),
    ahead: value === null || pace === null ? null : value - pace,
    rows: Object.fromEntries(
      brought.map(([name, added], place) => [`p${place}`, { ...face(name, place), place, value: added }]),
    ),
    others,
    ...(gathered && { gathered }),
    ask: askOf(left, more.people ?? brought.length, days, about.unit),
    workingDays: days,
    isOver: false,
    thresholds: thresholds.map(([at, unlocks]) => ({ at, unlocks, reached: value !== null && value >= at })),
    pair: null,
    ...part,
  }
}

const booked = closers.map(([name, dollarsK]): [string, number] => [name, dollarsK * k])
const held = [9, 7, 7, 6, 5, 4].map((count, at): [string, number] => [closers[at]?.[0] ?? '', count])
const unlocks = [
  [1500 * k, 'Team breakfast'],
  [2000 * k, 'Team lunch'],
  [2500 * k, 'Friday off'],
] as const
const pair = { metric: meetings, window: week, ...standing(58, 70) }
const sourced = metric({ id: 'sourced', name: 'Sourced pipeline', unit: 'money', indicator: 'input' })
const points = metric({ id: 'points', name: 'Points', unit: 'points' })

export const views: readonly TeamGoalView[] = [
  bar('team-goal', 'The quarter, together', booked, { goal: 2750 * k, thresholds: unlocks, part: { pair } }),
  bar('goal-meetings', 'Meetings this week', held, { goal: 50, metric: meetings, days: 2, people: 6 }),
  bar('goal-few-left', 'Meetings this week', held, { goal: 41, metric: meetings, days: 1 }),
  bar('goal-one-left', 'Meetings this week', held, {
    goal: 39,
    metric: meetings,
    days: 1,
    thresholds: [[39, 'Pizza on Friday']],
  }),
  bar('goal-money-pair', 'The quarter, together', booked, {
    goal: 2750 * k,
    thresholds: unlocks,
    part: { pair: { metric: sourced, window: quarter, ...standing(1_234_000_00, 2_100_000_00) } },
  }),
  bar('goal-weekend', 'Meetings this week', held, { goal: 42, metric: meetings, days: 0, people: 2 }),
  bar('goal-reached', 'The quarter, together', booked, {
    goal: 2000 * k,
    thresholds: unlocks,
    part: { pair: { ...pair, ...standing(74, 70) } },
  }),
  bar('goal-all-reached', 'The quarter, together', booked, { goal: 2000 * k, part: { pair } }),
  bar('goal-no-goal', 'The quarter, together', booked, { goal: null, people: 8 }),
  bar('goal-no-goal-unlocks', 'The quarter, together', booked, {
    goal: null,
    thresholds: [...unlocks.slice(1), [4000 * k, 'A day at the sea']],
    part: { pair: { ...pair, ...standing(58, null) } },
  }),
  bar('goal-nothing', 'The quarter, together', [], { goal: null, part: { changedAt: null } }),
  bar('goal-empty', 'The quarter, together', [], {
    goal: 2750 * k,
    thresholds: unlocks,
    people: 8,
    part: { pair },
  }),
  bar('goal-one', 'The quarter, together', booked.slice(0, 1), { goal: 500 * k }),
  bar(
    'goal-many',
    'Dials this week',
    Array.from({ length: 11 }, (_, at): [string, number] => [`Person Number ${at + 1}`, 180 - at * 6]),
    {
      goal: 6000,
      metric: { ...meetings, name: 'Dials', noun: 'dials' },
      others: { people: 21, value: 1870 },
      people: 32,
      days: 3,
    },
  ),
  // The page after the bar's: everybody who has no part of their own.
  bar(
    'goal-everyone',
    'Dials this week',
    Array.from({ length: 11 }, (_, at): [string, number] => [`Person Number ${at + 1}`, 180 - at * 6]),
    {
      goal: 6000,
      metric: { ...meetings, name: 'Dials', noun: 'dials' },
      others: { people: 49, value: 49 * 60 },
      gathered: Object.fromEntries(
        Array.from({ length: 49 }, (_, at) => {
          const name = awkwardNames[at % 9] ?? `Person Number ${at + 12}`
          return [`p${at + 11}`, { ...face(name, at + 11), place: at + 11, value: 84 - at }]
        }),
      ),
      people: 60,
      days: 3,
    },
  ),
  bar(
    'goal-all-tied',
    'Meetings this week',
    closers.map(([name]): [string, number] => [name, 6]),
    { goal: 96, metric: meetings, days: 3, thresholds: [[72, 'Team lunch']] },
  ),
  bar('goal-unknown', 'The quarter, together', [], {
    goal: 2750 * k,
    value: null,
    part: { pair: { ...pair, ...standing(null, 70) } },
  }),
  bar('goal-negative', 'The quarter, together', booked.slice(7), {
    goal: 2750 * k,
    value: -157 * k,
    people: 8,
    thresholds: unlocks,
  }),
  bar('goal-over', 'Last quarter, together', booked, {
    goal: 2750 * k,
    thresholds: unlocks,
    part: {
      isOver: true,
      workingDays: null,
      ask: null,
      pace: 2750 * k,
      state: 'behind',
      ahead: -652 * k,
      pair,
    },
  }),
  bar('goal-points', 'Points this week', held, { goal: 100, metric: points, days: 4 }),
  bar(
    'goal-awkward',
    'Ein außergewöhnlich langer Titel, der über jeden Rand hinausgeht',
    awkwardNames.map((name, at): [string, number] => [name, (9 - at) * 1e12]),
    {
      goal: 6e13,
      others: { people: 0, value: 3e12 },
      metric: metric({ id: 'r', name: 'Wiederkehrender Umsatz aus Bestandskundenverträgen', unit: 'money' }),
      thresholds: [
        [2e13, 'Ein außergewöhnlich langes gemeinsames Mittagessen mit allen Kollegen'],
        [2.1e13, '全員でお寿司'],
        [5.9e13, 'إجازة يوم الجمعة للفريق كله 🎉'],
      ],
      part: {
        pair: {
          ...pair,
          metric: { ...meetings, name: 'Erstgespräche mit Entscheidungsberechtigten' },
          ...standing(123_456, 1_210_000),
        },
      },
    },
  ),
]

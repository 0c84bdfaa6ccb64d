// The states of the accountability board.
import type {
  AccountabilityColumn,
  AccountabilityView,
} from '../../../shared/wire/boards/accountability-board.ts'
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames, face, standing } from '../samples/people.ts'

const k = 100_000

const input = (id: string, name: string, part: Partial<ViewMetric> = {}): ViewMetric =>
  metric({ id, name, objective: 'Is it being done?', indicator: 'input', ...part })
const five = [
  input('dials', 'Dials'),
  input('conversations', 'Conversations'),
  input('meetings', 'Meetings held'),
  input('created', 'Opportunities created'),
  input('pipeline', 'Pipeline', { unit: 'money' }),
]
const untouched = input('untouched', 'Untouched deals', { better: 'lower' })
const age = input('age', 'Days since the last word', { unit: 'days', better: 'lower' })
const rate = input('rate', 'Conversation rate', { unit: 'percent' })

/** Null: no goal; a value may be unknown too. */
type Pair = readonly [value: number | null, goal: number | null]

const reps: readonly (readonly [name: string, ...cells: Pair[]])[] = [
  ['Devon Achebe', [390, 300], [19, 36], [5, 14], [1, 5], [12 * k, 120 * k]],
  ['Elena Voss', [312, 300], [41, 36], [15, 14], [6, 5], [210 * k, 200 * k]],
  ['Grace Lindqvist', [268, 300], [27, 36], [10, 14], [4, 5], [122 * k, 200 * k]],
  ['Hana Sato', [240, 250], [31, 32], [9, 12], [3, 4], [88 * k, 100 * k]],
  ['Marcus Oyelaran', [255, 300], [36, 36], [11, 14], [4, 5], [160 * k, 200 * k]],
  ['Priya Raman', [280, 300], [38, 36], [14, 14], [5, 5], [190 * k, 200 * k]],
  ['Ruben Castellanos', [341, 300], [30, 36], [12, 12], [3, 5], [64 * k, 100 * k]],
  ['Tomás Herrera', [301, 300], [12, 36], [3, 14], [1, 5], [45 * k, 150 * k]],
]

const lowStanding = ([value, goal]: Pair): Standing => {
  if (value === null || goal === null) return { value, goal, attainment: null, pace: goal, state: null }
  const attainment = value > 0 ? goal / value : value === goal ? 1 : null
  const state = value <= goal ? 'reached' : goal / value < 0.6 ? 'well behind' : 'behind'
  return { value, goal, attainment, pace: goal, state }
}

const cellOf = (metric: ViewMetric | undefined, pair: Pair): Standing =>
  metric?.better === 'lower' ? lowStanding(pair) : standing(...pair)

const columnsOf = (
  metrics: readonly ViewMetric[],
  rows: AccountabilityView['rows'],
): AccountabilityColumn[] =>
  metrics.map((metric, at) => {
    const held = Object.values(rows).flatMap(({ cells }) => (cells[at]?.goal == null ? [] : cells[at]))
    return {
      metric,
      asOf: metric === untouched ? 'Older than 14 days' : null,
      atGoal: held.filter(({ state }) => state === 'reached').length,
      withGoal: held.length,
      notDue: 0,
      unjudged: 0,
    }
  })

const board = (
  id: string,
  metrics: readonly ViewMetric[],
  people: readonly (readonly [name: string, ...cells: Pair[]])[],
  part: Partial<AccountabilityView> = {},
): AccountabilityView => {
  const rows = Object.fromEntries(
    people.map(([name, ...pairs], place) => [
      `p${place}`,
      {
        ...face(name, place),
        place,
        cells: pairs.slice(0, metrics.length).map((pair, at) => cellOf(metrics[at], pair)),
      },
    ]),
  )
  return {
    id,
    kind: 'accountability',
    title: 'Are we doing the work?',
    scope: 'Enterprise AE',
    window: { start: '2026-11-16', end: '2026-11-23', label: 'This week', progress: 'working day 3 of 5' },
    changedAt: Date.UTC(2026, 10, 20, 19, 29),
    awaits: null,
    period: 'this-week',
    columns: columnsOf(metrics, rows),
    rows,
    ...part,
  }
}

const mapCells = (
  view: AccountabilityView,
  change: (cell: Standing) => Standing,
  part: Partial<AccountabilityView> = {},
): AccountabilityView => {
  const rows = Object.fromEntries(
    Object.entries(view.rows).map(([id, row]) => [id, { ...row, cells: row.cells.map(change) }]),
  )
  const metrics = view.columns.map(({ metric }) => metric)
  return { ...view, rows, columns: columnsOf(metrics, rows), ...part }
}

const picture = board('accountability', five, reps)
const many = Array.from({ length: 23 }, (_, at): [string, ...Pair[]] => [
  `Person Number ${at + 1}`,
  [10 * at, 100],
  [at, 12],
  [at % 7, 3],
])
const mixed: readonly (readonly [string, ...Pair[]])[] = reps.map(([name], at) => [
  name,
  [at % 4 === 3 ? null : 0.05 + at * 0.03, 0.15],
  [at, 3],
  [at * 1.7, 4.5],
])

/** Every state of it that somebody has looked at. */
export const views: readonly AccountabilityView[] = [
  picture,
  mapCells(
    board('accountability-mid-week', five.slice(0, 4), reps),
    ({ value, goal }) => {
      const due = goal === null ? null : Math.ceil(goal * 0.56)
      const held = standing(value, due)
      return { ...held, pace: due, state: held.state === 'on pace' ? 'behind' : held.state }
    },
    { title: 'Mid-week check-in', period: 'mid-week' },
  ),
  board('accountability-mixed', [rate, untouched, age], mixed, {
    title: 'Was the work done?',
    period: 'last-week',
    window: { start: '2026-11-09', end: '2026-11-16', label: 'Last week', progress: 'closed' },
  }),
  board('accountability-many', five.slice(0, 3), many),
  board('accountability-one', five, reps.slice(1, 2)),
  board('accountability-three', five, reps.slice(1, 4)),
  board('accountability-one-metric', five.slice(0, 1), reps),
  board('accountability-none', five, []),
  mapCells(picture, ({ value }) => standing(value, null), { id: 'accountability-no-goals' }),
  mapCells(picture, ({ goal }) => standing(goal === null ? null : goal / 2, goal), {
    id: 'accountability-all-tied',
  }),
  mapCells(picture, ({ goal }) => standing(null, goal), { id: 'accountability-unknown' }),
  mapCells(picture, ({ goal }) => ({ ...standing(0, 0), goal: goal === null ? null : 0, state: null }), {
    id: 'accountability-not-due',
    period: 'mid-week',
    columns: picture.columns.map((column) => ({ ...column, atGoal: 0, withGoal: 0, notDue: 8 })),
  }),
  board(
    'accountability-awkward',
    [
      input('a', 'Erstgespräche mit wirtschaftlich Entscheidungsberechtigten'),
      input('b', '商談の件数', { unit: 'money' }),
      input('c', 'عدد الاجتماعات', { unit: 'money' }),
      untouched,
      input('e', 'Touches 🚀', { unit: 'points' }),
    ],
    awkwardNames.map((name, at) => [
      name,
      [at === 3 ? null : 123_456 * at, 1e9],
      [at === 6 ? -157 * k : 1.21e9 * k, 1e9 * k],
      [121 * k * at, at === 5 ? null : 1210 * k],
      [at * 3, 3],
      [at * 1000.5, at === 2 ? null : 4000],
    ]),
    { title: 'Ein außergewöhnlich langer Titel, der über jeden Rand hinausgeht' },
  ),
]

// The states of the hygiene board.
import type {
  HygieneCell,
  HygieneColumn,
  HygieneRow,
  HygieneView,
} from '../../../shared/wire/boards/hygiene-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { pictureTime } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames } from '../samples/people.ts'

interface Asked {
  readonly task?: string
  readonly metric: ViewMetric
  readonly window: string
  readonly compared: HygieneColumn['compared']
}

const asked = (
  id: string,
  name: string,
  window: string,
  compared: HygieneColumn['compared'] = null,
): Asked => ({
  metric: metric({ id, name, indicator: 'input', better: 'lower', objective: 'What is left lying?' }),
  window,
  compared,
})
const four = [
  { ...asked('untouched', 'Untouched deals', 'Older than 14 days', 'new'), task: 'Call' },
  { ...asked('overdue', 'Past close date', 'Before today', 'new'), task: 'Re-date' },
  { ...asked('no-next-step', 'No next step', 'Right now'), task: 'Book' },
  asked('slipped', 'Slipped', 'Week of Nov 16', 'week'),
]

/** A count, how it changed, and a goal where a team has one. */
type Count = readonly [value: number | null, change?: number | null, goal?: number]

const cellOf = ([value, change = null, goal]: Count): HygieneCell => ({
  value,
  change,
  clear: value === 0,
  goal: goal ?? null,
  attainment: goal === undefined || !value ? null : goal / value,
  pace: goal ?? null,
  state: goal === undefined || value === null ? null : value <= goal ? 'reached' : 'behind',
})

const thisWeek = {
  start: '2026-11-16',
  end: '2026-11-23',
  label: 'This week',
  progress: 'working day 5 of 5',
}
const rightNow = { start: null, end: null, label: 'Right now', progress: '' }

const sum = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce((total, each) => (total === null || each === null ? null : total + each), 0)

const board = (
  id: string,
  columns: readonly Asked[],
  teams: readonly (readonly [name: string, ...counts: Count[]])[],
  people: HygieneRow['people'] = [],
  part: Partial<HygieneView> = {},
): HygieneView => {
  const rows = teams.map(([name, ...counts], place): HygieneRow => {
    const cells = counts.map(cellOf)
    return {
      name,
      hue: place % 8,
      place,
      total: sum(cells.map(({ value }) => value)),
      clear: cells.every(({ clear }) => clear),
      cells,
      people: people.slice(0, 4 - (place % 3)),
      morePeople: people.length > 0 && place % 3 === 0 ? 2 : 0,
    }
  })
  const totals = columns.map((column, at): HygieneColumn => {
    const cells = rows.flatMap((row) => row.cells[at] ?? [])
    const change = column.compared === null ? null : sum(cells.map((cell) => cell.change))
    return { ...column, total: cellOf([sum(cells.map(({ value }) => value)), change]) }
  })
  return {
    id,
    kind: 'hygiene',
    title: 'Is the pipeline being worked?',
    scope: 'Northwind',
    window: columns.some(({ compared }) => compared !== null && compared !== 'new') ? thisWeek : rightNow,
    changedAt: pictureTime - 12 * 60_000,
    awaits: null,
    total: sum(totals.map(({ total }) => total.value)),
    clear: totals.every(({ total }) => total.clear),
    names: people.length > 0,
    columns: totals,
    rows: Object.fromEntries(rows.map((row, place) => [`team-${place}`, row])),
    ...part,
  }
}

const teams: readonly (readonly [string, ...Count[]])[] = [
  ['Enterprise', [7, 2, 6], [4, 1], [3], [2, -3]],
  ['Mid-market', [3, 0, 6], [0, 0], [5], [4, 1]],
  ['SMB', [0, 0], [6, 4], [0], [0, -2]],
]
const who: HygieneRow['people'] = [
  { id: 'priya', short: 'Priya R.', count: 6 },
  { id: 'marcus', short: 'Marcus O.', count: 4 },
  { id: 'elena', short: 'Elena V.', count: 3 },
  { id: 'tomas', short: 'Tomás H.', count: 1 },
]
const many = Array.from({ length: 11 }, (_, at): [string, ...Count[]] => [
  `Team Number ${at + 1}`,
  [at % 4, at % 2],
  [at * 3, 0],
  [at % 3],
  [at * 2, at - 5],
])

/** Every state of it that somebody has looked at. */
export const views: readonly HygieneView[] = [
  board('hygiene', four, teams),
  board('hygiene-names', four, teams, who),
  board(
    'hygiene-clear',
    four,
    teams.map(([name]) => [name, [0, 0, 6], [0, 0], [0], [0, -2]]),
  ),
  board('hygiene-many', four, many),
  board('hygiene-one', four, teams.slice(0, 1)),
  board('hygiene-one-metric', four.slice(0, 1), teams),
  board('hygiene-two-metrics', four.slice(0, 2), teams.slice(0, 2)),
  board('hygiene-none', four, []),
  board(
    'hygiene-unknown',
    four,
    teams.map(([name]) => [name, [null, null, 6], [4, null], [2.5], [null]]),
  ),
  board(
    'hygiene-tied',
    four,
    teams.map(([name]) => [name, [5, 1], [5, 1], [5], [5, 0]]),
  ),
  board(
    'hygiene-awkward',
    [
      asked('a', 'Seit mehr als vierzehn Tagen unberührte Verkaufschancen', 'Older than 9999 days', 'new'),
      asked('b', '期限切れの案件', 'Before today', 'new'),
      asked('c', 'صفقات بلا خطوة تالية', 'Right now'),
      asked('d', 'Slipped 🚀', '2026-01-01 to 2026-12-31', 'quarter'),
    ],
    awkwardNames.map((name, at) => [
      name,
      [1e9 * (at + 1), 123_456_789, 1e9],
      [at * 1234, 12],
      [at],
      [12_345, -9999],
    ]),
    awkwardNames.map((short, at) => ({ id: `p${at}`, short, count: 1e6 - at })),
  ),
]

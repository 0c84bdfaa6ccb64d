// The plan of the day in the states that somebody has looked at.
import type {
  FormulaColumn,
  FormulaRow,
  FormulaView,
  NothingPlanned,
  PlannedFor,
} from '../../../shared/wire/boards/formula-board.ts'
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { pictureTime } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames, face, standing } from '../samples/people.ts'

const today = { start: '2026-11-20', end: '2026-11-21', label: 'Fri, Nov 20', progress: '' }
const dials = metric({ id: 'dials', name: 'Dials', indicator: 'input' })
const conversations = metric({ id: 'conversations', name: 'Conversations', indicator: 'input' })
const booked = metric({ id: 'meetings-booked', name: 'Meetings booked', indicator: 'input' })

type Step = readonly [metric: ViewMetric, plannedFor: PlannedFor]
const ofSdr: readonly Step[] = [
  [dials, 'day'],
  [conversations, 'day'],
  [booked, 'week'],
]

/** What is done and what is planned of each step; why nothing is planned. */
type Day = readonly [
  name: string,
  cells: readonly (readonly [value: number | null, goal: number | null])[],
  nothing?: NothingPlanned,
]

const sumOf = (cells: readonly Standing[], part: 'value' | 'goal'): number =>
  cells.reduce((sum, cell) => sum + (cell[part] ?? 0), 0)

const columnOf = ([of, plannedFor]: Step, cells: readonly Standing[]): FormulaColumn => {
  const planned = cells.filter(({ goal }) => goal !== null)
  return {
    metric: of,
    plannedFor,
    team:
      planned.length === 0 ? standing(null, null) : standing(sumOf(planned, 'value'), sumOf(planned, 'goal')),
    atGoal: planned.filter(({ state }) => state === 'reached').length,
    withGoal: planned.length,
  }
}

const board = (
  id: string,
  days: readonly Day[],
  part: Partial<FormulaView> = {},
  steps: readonly Step[] = ofSdr,
): FormulaView => {
  const rows = days.map(
    ([name, pairs, nothing], place): FormulaRow => ({
      ...face(name, place),
      place,
      role: 'SDR',
      team: 'Sales development',
      cells: steps.map((_, at) => standing(...(pairs[at] ?? [null, null]))),
      nothing: nothing ?? null,
    }),
  )
  const columns = steps.map((step, at) =>
    columnOf(
      step,
      rows.flatMap(({ cells }) => cells[at] ?? []),
    ),
  )
  const [first] = columns
  return {
    id,
    kind: 'formula',
    title: 'Everybody’s own day',
    scope: 'Sales development · SDR',
    window: today,
    changedAt: pictureTime - 60_000,
    awaits: null,
    show: 'team',
    columns,
    rows: Object.fromEntries(rows.map((row, place) => [`p${place}`, row])),
    reached: first !== undefined && first.withGoal > 1 && first.atGoal === first.withGoal,
    ...part,
  }
}

const team: readonly Day[] = [
  [
    'Aaliyah Washington',
    [
      [31, 30],
      [3, 3],
      [2, 2],
    ],
  ],
  [
    'Devon Achebe',
    [
      [38, 60],
      [4, 4],
      [1, 3],
    ],
  ],
  [
    'Elena Voss',
    [
      [21, 35],
      [3, 3],
      [1, 2],
    ],
  ],
  [
    'Freya Håkansson',
    [
      [12, 28],
      [0, 2],
      [0, 1],
    ],
  ],
  [
    'Hana Sato',
    [
      [26, 42],
      [2, 4],
      [2, 2],
    ],
  ],
  [
    'Mateo García Núñez',
    [
      [52, 48],
      [5, 4],
      [3, 2],
    ],
  ],
  [
    'Ruben Castellanos',
    [
      [15, 45],
      [1, 4],
      [0, 2],
    ],
  ],
  [
    'Tomás Herrera',
    [
      [24, 40],
      [2, 3],
      [1, 2],
    ],
  ],
]
const some: readonly Day[] = [
  [
    'Aaliyah Washington',
    [
      [31, 30],
      [3, 3],
      [2, 2],
    ],
  ],
  [
    'Devon Achebe',
    [
      [4, null],
      [1, null],
      [0, null],
    ],
    'no plan',
  ],
  [
    'Elena Voss',
    [
      [21, 35],
      [3, 3],
      [1, 2],
    ],
  ],
  [
    'Freya Håkansson',
    [
      [0, null],
      [0, null],
      [1, 2],
    ],
    'away',
  ],
  [
    'Hana Sato',
    [
      [2, null],
      [0, null],
      [2, 2],
    ],
    'day off',
  ],
  [
    'Mateo García Núñez',
    [
      [9, null],
      [1, null],
      [4, null],
    ],
    'done',
  ],
]
const overAll = team.map(
  ([name, cells]): Day => [
    name,
    cells.map(([, goal], at) => [(goal ?? 0) + ((at + name.length) % 4), goal] as const),
  ],
)
const firstNames = 'Ada Bo Cleo Dan Eve Finn Gus Hal Ivy Jo Kim Lea Max Nia Oz Pia Quin Rex Sue Tom'.split(
  ' ',
)
const sixty = Array.from(
  { length: 60 },
  (_, at): Day => [
    `${firstNames[at % 20]} ${['Adeyemi', 'Berglund', 'Costa'][Math.floor(at / 20)]}`,
    [
      [(at * 7) % 55, 25 + ((at * 11) % 40)],
      [at % 5, 2 + (at % 4)],
      [at % 3, 1 + (at % 3)],
    ],
  ],
)

/** Every state of it that somebody has looked at. */
export const views: readonly FormulaView[] = [
  board('formula', team),
  board('formula-everybody', overAll),
  board('formula-nothing-planned', some),
  board('formula-person', team.slice(2, 3), { show: 'person', title: 'Plan of the day' }),
  board('formula-person-done', team.slice(0, 1), { show: 'person', title: 'Plan of the day' }),
  board('formula-person-off', some.slice(3, 4), { show: 'person', title: 'Plan of the day' }),
  board('formula-two-steps', team.slice(0, 5), {}, ofSdr.slice(0, 2)),
  board('formula-one-step', team, {}, ofSdr.slice(0, 1)),
  board(
    'formula-four-steps',
    team.map(([name, cells]): Day => [name, [...cells, [3, 12]]]),
    {},
    [...ofSdr, [metric({ id: 'held', name: 'Meetings held', indicator: 'input' }), 'week']],
  ),
  board('formula-sixty', sixty),
  board(
    'formula-first-hour',
    team.map(([name, cells]): Day => [name, cells.map(([, goal]) => [0, goal] as const)]),
  ),
  board(
    'formula-no-plans',
    team.map(
      ([name]): Day => [
        name,
        [
          [3, null],
          [0, null],
          [0, null],
        ],
        'no plan',
      ],
    ),
  ),
  board(
    'formula-all-off',
    team.map(
      ([name], at): Day => [
        name,
        [
          [0, null],
          [0, null],
          [0, null],
        ],
        at === 2 ? 'away' : 'day off',
      ],
    ),
  ),
  board('formula-none', []),
  board(
    'formula-awkward',
    awkwardNames.map(
      (name, at): Day => [
        name,
        [
          [at * 123, 345],
          [at, at === 3 ? null : 12],
          [at * 1000, 12_000],
        ],
      ],
    ),
    { title: 'Ein außergewöhnlich langer Titel, der über jeden Rand hinausgeht' },
    [
      [dials, 'day'],
      [metric({ id: 'b', name: 'Erstgespräche mit wirtschaftlich Entscheidungsberechtigten' }), 'day'],
      [metric({ id: 'c', name: 'عدد الاجتماعات' }), 'week'],
    ],
  ),
]

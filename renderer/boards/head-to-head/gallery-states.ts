// A tug of war in the states that somebody has looked at.
import { tugOf } from '../../../shared/domain/boards/head-to-head/tug.ts'
import { attainmentOf, paceOf, stateOf } from '../../../shared/domain/standing/attainment.ts'
import type {
  HeadToHeadRow,
  HeadToHeadSide,
  HeadToHeadView,
} from '../../../shared/wire/boards/head-to-head-board.ts'
import type { Standing, ViewMetric, ViewWindow } from '../../../shared/wire/view-parts.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames, face } from '../samples/people.ts'

const k = 100_000
const lastFact = Date.UTC(2026, 10, 20, 19, 29, 12)
const quarter: ViewWindow = { start: '2026-10-01', end: '2027-01-01', label: 'Q4', progress: 'day 52 of 92' }
const week: ViewWindow = { start: '2026-11-16', end: '2026-11-23', label: 'This week', progress: '' }

const weekOf: ViewWindow = { ...week, label: 'Week of Nov 16' }

const bookings = metric({ id: 'bookings', name: 'Closed-won revenue', unit: 'money' })
const meetings = metric({ id: 'meetings', name: 'Meetings held', indicator: 'input' })
const created = metric({ id: 'created', name: 'Pipeline created', unit: 'money' })
const winRate = metric({ id: 'win-rate', name: 'Win rate', unit: 'percent' })
const cycle = metric({ id: 'cycle', name: 'Sales cycle', unit: 'days', better: 'lower' })

/** A rope that the two pull by these values; `goals` of the left and of the right. */
const rope = (
  of: ViewMetric,
  values: readonly [number | null, number | null],
  goals: readonly [number | null, number | null] = [null, null],
  part: Partial<HeadToHeadRow> = {},
): HeadToHeadRow => {
  const tug = tugOf(values[0], values[1], of.better)
  const end = (index: 0 | 1): Standing => {
    const [value, goal] = [values[index], goals[index]]
    const pace = paceOf(goal, 0.56, of.unit === 'count' || of.unit === 'money', of.better)
    return {
      value,
      goal,
      attainment: attainmentOf(value, goal, of.better),
      pace,
      state: stateOf(value, goal, pace, of.better),
    }
  }
  return {
    place: 0,
    metric: of,
    window: quarter,
    perPerson: false,
    left: end(0),
    right: end(1),
    share: tug?.share ?? null,
    leads: tug?.leads ?? null,
    ...part,
  }
}

const versus = (
  id: string,
  names: readonly [string, string],
  ropes: readonly HeadToHeadRow[],
  part: Partial<HeadToHeadView> & { people?: readonly [number, number] } = {},
): HeadToHeadView => {
  const { people, ...rest } = part
  const wonBy = (side: 'left' | 'right') => ropes.filter(({ leads }) => leads === side).length
  const side = (index: 0 | 1): HeadToHeadSide => ({
    ...face(names[index], index),
    of: 'team',
    people: people?.[index] ?? null,
    won: wonBy(index === 0 ? 'left' : 'right'),
  })
  return {
    id,
    kind: 'head-to-head',
    title: names.join(' v '),
    scope: 'Northwind',
    window: quarter,
    changedAt: lastFact,
    awaits: null,
    left: side(0),
    right: side(1),
    rows: Object.fromEntries(ropes.map((row, place) => [`rope-${place}`, { ...row, place }])),
    ...rest,
  }
}

const asPeople = (view: HeadToHeadView): HeadToHeadView => ({
  ...view,
  left: { ...view.left, of: 'person' },
  right: { ...view.right, of: 'person' },
})

const teams = ['Enterprise', 'Mid-market'] as const
const ordinary = [
  rope(meetings, [58, 71], [70, 70], { window: week }),
  rope(created, [4100 * k, 2600 * k], [5600 * k, 4900 * k]),
  rope(bookings, [2100 * k, 1420 * k], [2000 * k, 2600 * k]),
  rope(winRate, [0.34, 0.31]),
]

export const views: readonly HeadToHeadView[] = [
  versus('head-to-head', teams, ordinary),
  asPeople(
    versus(
      'versus-people',
      ['Priya Raman', 'Marcus Oyelaran'],
      [
        rope(meetings, [14, 11], [14, 14], { window: week }),
        rope(bookings, [412 * k, 368 * k], [300 * k, 299 * k]),
        rope(cycle, [61, 38], [45, 45]),
      ],
    ),
  ),
  versus(
    'versus-per-person',
    teams,
    [
      rope(meetings, [8.3, 8.9], [10, 10], { window: week, perPerson: true }),
      rope(created, [585 * k, 371 * k], [800 * k, 700 * k], { perPerson: true }),
      rope(bookings, [300 * k, 202 * k], [285 * k, 371 * k], { perPerson: true }),
      rope(winRate, [0.34, 0.31]),
      rope(cycle, [61, 38]),
    ],
    { people: [7, 1] },
  ),
  versus(
    'versus-week-of',
    teams,
    [
      rope(meetings, [8.3, 8.9], [10, 10], { window: weekOf, perPerson: true }),
      rope({ ...meetings, name: 'Meetings with decision makers' }, [2.1, 2.4], [3, 3], {
        window: weekOf,
        perPerson: true,
      }),
      rope(bookings, [300 * k, 202 * k], [285 * k, 371 * k], { perPerson: true }),
      rope(cycle, [61, 38], [null, null], { window: weekOf }),
    ],
    { people: [7, 9] },
  ),
  versus('versus-level', teams, [rope(meetings, [12, 12], [14, 14]), rope(bookings, [90 * k, 90 * k])]),
  versus(
    'versus-nothing-yet',
    teams,
    [rope(meetings, [0, 0]), rope(bookings, [0, 0]), rope(cycle, [null, null])],
    {
      changedAt: null,
      awaits: null,
    },
  ),
  versus('versus-unknown', teams, [
    rope(winRate, [null, 0.31], [0.3, 0.3]),
    rope(bookings, [-40 * k, 120 * k], [300 * k, 300 * k]),
    rope(created, [-40 * k, -120 * k]),
    rope(meetings, [1, 0]),
    rope(created, [412_300_00, 412_299_70]),
  ]),
  asPeople(
    versus(
      'versus-awkward',
      [awkwardNames[0] ?? '', awkwardNames[2] ?? ''],
      [
        rope(
          { ...cycle, name: 'Ein außergewöhnlich langer Name einer Kennzahl, der nirgends Platz findet' },
          [184.5, 1210],
          [45, 45],
          { window: { ...week, label: 'Last 28 days' } },
        ),
        rope(bookings, [4.12e12, 1.1e14], [5e12, 3e14]),
        rope({ ...meetings, name: '会议' }, [9999, 123_456], [10_000, 100_000]),
      ],
    ),
  ),
  asPeople(versus('versus-scripts', ['王小明', 'Zoë 🚀 Łukasiewicz'], ordinary)),
]

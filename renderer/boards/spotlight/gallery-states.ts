// The spotlight in the states that somebody has looked at.
import type {
  SpotlightMetric,
  SpotlightRow,
  SpotlightView,
} from '../../../shared/wire/boards/spotlight-board.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { created, k, meetings, pictureTime, quarter, revenue, week } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames, face, standing } from '../samples/people.ts'

const hour = 3_600_000
const today = { start: '2026-11-20', end: '2026-11-21', label: 'Fri, Nov 20', progress: '' }
const dials = metric({ id: 'dials', name: 'Dials', indicator: 'input' })
const untouched = metric({
  id: 'untouched',
  name: 'Untouched deals',
  noun: 'untouched',
  indicator: 'input',
  better: 'lower',
})
const winRate = metric({ id: 'win-rate', name: 'Win rate', unit: 'percent' })

const ofAe: readonly SpotlightMetric[] = [
  { metric: meetings, window: week },
  { metric: created, window: quarter },
  { metric: revenue, window: quarter },
]

const row = (name: string, hue: number, part: Partial<SpotlightRow>): SpotlightRow => ({
  ...face(name, hue),
  place: 0,
  role: 'Enterprise AE',
  team: 'Enterprise',
  goals: [],
  streaks: [],
  win: null,
  gain: null,
  newcomer: false,
  ...part,
})

const spotlight = (
  id: string,
  rows: readonly SpotlightRow[],
  metrics: readonly SpotlightMetric[] = ofAe,
): SpotlightView => ({
  id,
  kind: 'spotlight',
  title: 'In the spotlight',
  scope: 'Enterprise',
  window: today,
  changedAt: pictureTime - 12 * 60_000,
  awaits: null,
  metrics: [...metrics],
  rows: Object.fromEntries(rows.map((each, place) => [`p${place}`, { ...each, place }])),
})

const goals: Standing[] = [standing(11, 14), standing(940 * k, 1400 * k), standing(412 * k, 300 * k)]
const win = {
  account: 'Brightwater Foods',
  amount: 48 * k,
  at: pictureTime - 3 * hour,
  wholeDay: false,
  helped: false,
}
const priya = row('Priya Raman', 0, {
  goals,
  streaks: [{ metric: 0, days: 6, capped: false, today: 'open' }],
  win,
  gain: { metric: 1, from: 180 * k, to: 262 * k, change: 0.456 },
})
const reached = [standing(15, 14), standing(1650 * k, 1400 * k), standing(331 * k, 300 * k)]

const steps = (...each: readonly (readonly [of: typeof dials, done: number, planned: number | null])[]) =>
  each.map(([of, done, planned]) => ({
    metric: of,
    plannedFor: of === dials ? ('day' as const) : ('week' as const),
    standing: standing(done, planned),
  }))
const talks = metric({ id: 'conversations', name: 'Conversations', indicator: 'input' })
const booked = metric({ id: 'booked', name: 'Meetings booked', indicator: 'input' })

export const views: readonly SpotlightView[] = [
  spotlight('spotlight', [priya]),
  spotlight('spotlight-there', [
    row('Elena Voss', 2, {
      goals: reached,
      streaks: [
        { metric: 0, days: 23, capped: false, today: 'reached' },
        { metric: 1, days: 4, capped: false, today: 'reached' },
      ],
      win: { ...win, amount: 182 * k, account: 'Northwind Traders' },
      gain: { metric: 0, from: 9.2, to: 15, change: 0.63 },
    }),
  ]),
  spotlight('spotlight-plan', [
    {
      ...priya,
      plan: { steps: steps([dials, 21, 35], [talks, 3, 3], [booked, 0, 2]), nothing: null },
    },
  ]),
  spotlight('spotlight-plan-off', [
    row('Hana Sato', 6, {
      goals,
      plan: { steps: steps([dials, 0, null], [talks, 0, null]), nothing: 'day off' },
    }),
  ]),
  spotlight('spotlight-none', []),
  spotlight(
    'spotlight-new',
    [
      row('Freya Håkansson', 6, {
        role: 'SDR',
        team: 'Sales development',
        goals: [standing(9, 13)],
        newcomer: true,
      }),
    ],
    [{ metric: dials, window: today }],
  ),
  spotlight('spotlight-quiet', [
    row('Tomás Herrera', 3, { goals: [standing(2, 14), standing(120 * k, 1400 * k), standing(0, 300 * k)] }),
  ]),
  spotlight('spotlight-no-goals', [
    row('Grace Lindqvist', 4, {
      role: null,
      team: null,
      goals: [standing(4, null), standing(31 * k, null), standing(null, null)],
      win: { ...win, account: null, amount: null, wholeDay: true, helped: true },
    }),
  ]),
  spotlight(
    'spotlight-fewer',
    [
      row('Marcus Oyelaran', 1, {
        goals: [
          { value: 5, goal: 3, attainment: 0.6, pace: 3, state: 'behind' },
          { value: 0.31, goal: 0.36, attainment: 0.86, pace: 0.36, state: 'behind' },
        ],
        streaks: [
          { metric: 1, days: 250, capped: true, today: 'off' },
          { metric: 0, days: 12, capped: false, today: 'off' },
        ],
      }),
    ],
    [
      { metric: untouched, window: { ...today, label: 'Older than 14 days' } },
      { metric: winRate, window: quarter },
    ],
  ),
  spotlight('spotlight-billion', [
    row('Ruben Castellanos', 7, {
      goals: [standing(1_210_345, 2e6), standing(1.23e9 * k, 1e9 * k), standing(-3.4e6 * k, 1e7 * k)],
      win: {
        ...win,
        amount: 1e7 * k,
        account: 'The Worshipful Company of Makers of Playing Cards, Incorporated',
      },
      gain: { metric: 1, from: 1, to: 9e6 * k, change: 9e11 },
    }),
  ]),
  ...awkwardNames.map((name, index) =>
    spotlight(
      `spotlight-awkward-${index}`,
      [
        {
          ...priya,
          ...face(name, index),
          role: awkwardNames[(index + 1) % awkwardNames.length] ?? '',
          win: { ...win, account: awkwardNames[(index + 2) % awkwardNames.length] ?? '' },
        },
      ],
      ofAe.map((each, at) => ({
        ...each,
        metric: { ...each.metric, name: awkwardNames[(index + at + 3) % awkwardNames.length] ?? '' },
      })),
    ),
  ),
]

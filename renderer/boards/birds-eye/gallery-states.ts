// The whole org on one screen, in the states that somebody has looked at.
import { attainmentOf, paceOf, stateOf } from '../../../shared/domain/standing/attainment.ts'
import type {
  BirdsEyeHeadline,
  BirdsEyeRow,
  BirdsEyeView,
} from '../../../shared/wire/boards/birds-eye-board.ts'
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { created, cycle, head, k, meetings, revenue } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames } from '../samples/people.ts'

const gone = 0.56
const sourced = metric({ id: 'sourced', name: 'Sourced pipeline', unit: 'money' })
const winRate = metric({ id: 'win-rate', name: 'Win rate', noun: 'win rate', unit: 'percent' })

const standing = (of: ViewMetric, value: number | null, goal: number | null): Standing => {
  const pace = paceOf(goal, gone, of.unit === 'money' || of.unit === 'count', of.better)
  return {
    value,
    goal,
    attainment: attainmentOf(value, goal, of.better),
    pace,
    state: stateOf(value, goal, pace, of.better),
  }
}

const figures = (
  name: string,
  of: ViewMetric,
  value: number | null,
  goal: number | null,
): BirdsEyeHeadline => {
  const stands = standing(of, value, goal)
  return {
    name,
    ...stands,
    ahead: value === null || stands.pace === null ? null : value - stands.pace,
    projected: value === null || of.unit === 'percent' ? null : value / gone,
  }
}

const lineTo = (value: number, seed: number, days: number): number[] =>
  Array.from(
    { length: days },
    (_, day) =>
      value * ((day + 1) / days) ** (0.7 + (seed % 3) * 0.25) * (1 + 0.05 * Math.sin(day * 1.1 + seed)),
  )

interface Spec {
  readonly name: string
  readonly value: number | null
  readonly goal: number | null
  readonly inputs?: readonly [number | null, number | null, number | null]
  readonly part?: Partial<BirdsEyeRow>
}

const card = (
  { name, value, goal, inputs = [212, 4100 * k, 61], part }: Spec,
  place: number,
): BirdsEyeRow => {
  const of = part?.metric ?? revenue
  return {
    ...figures(name, of, value, goal),
    hue: place % 8,
    place,
    metric: of,
    window: null,
    trend: value === null ? [] : lineTo(value, place, 28),
    reach: 0.56,
    before: value === null ? [] : lineTo(Math.abs(value) * (1.5 + 0.2 * (place % 3)), place + 1, 46),
    inputs: [
      { metric: meetings, ...standing(meetings, inputs[0], 400), window: 'Week of Nov 16' },
      { metric: created, ...standing(created, inputs[1], 6500 * k), window: null },
      { metric: cycle, ...standing(cycle, inputs[2], null), window: null },
    ],
    ...part,
  }
}

const specs: readonly Spec[] = [
  { name: 'Enterprise', value: 2100 * k, goal: 2750 * k, inputs: [260, 4100 * k, 61] },
  { name: 'Mid-market', value: 1420 * k, goal: 2000 * k, inputs: [388, 2600 * k, 38] },
  { name: 'SMB', value: 980 * k, goal: 1950 * k, inputs: [440, 1900 * k, 22] },
  {
    name: 'SDR sourced',
    value: 3900 * k,
    goal: 5200 * k,
    inputs: [120, 5000 * k, 14],
    part: { metric: sourced },
  },
  { name: 'Northern Europe and the Baltics', value: 812 * k, goal: null, inputs: [88, 700 * k, 44] },
  { name: 'Partners', value: 1310 * k, goal: 1200 * k, inputs: [61, 7500 * k, 71] },
  { name: 'الشرق الأوسط', value: 410 * k, goal: 900 * k },
  { name: 'Public sector', value: 90 * k, goal: 1100 * k },
  { name: '大阪チーム', value: 640 * k, goal: 800 * k },
]

const view = (
  id: string,
  all: readonly Spec[],
  headline: BirdsEyeHeadline = figures('Northwind', revenue, 4500 * k, 6700 * k),
  part: Partial<BirdsEyeView> = {},
): BirdsEyeView => ({
  ...head(id, 'Is the org seeing results?'),
  scope: 'Northwind',
  kind: 'birds-eye',
  headline,
  rows: Object.fromEntries(all.map((spec, place) => [`card-${place}`, card(spec, place)])),
  ...part,
})

const withoutGoals = specs.slice(0, 3).map((spec) => ({ ...spec, goal: null }))
const billions = figures('Northwind', revenue, 4.12e14, 6e14)

export const views: readonly BirdsEyeView[] = [
  view('birds-eye', specs.slice(0, 4)),
  view('birds-eye-1', specs.slice(0, 1)),
  view('birds-eye-2', specs.slice(0, 2)),
  view('birds-eye-3', specs.slice(0, 3)),
  view('birds-eye-6', specs.slice(0, 6)),
  view('birds-eye-paged', specs),
  view('birds-eye-0', []),
  view('birds-eye-reached', specs.slice(4, 6), figures('Northwind', revenue, 7200 * k, 6700 * k)),
  view('birds-eye-no-goals', withoutGoals, figures('Northwind', revenue, 4500 * k, null)),
  view(
    'birds-eye-unknown',
    ['Enterprise', 'Mid-market', 'SMB', 'Partners'].map((name, place) => ({
      name,
      value: place === 1 ? 0.31 : null,
      goal: place < 3 ? 0.35 : null,
      inputs: [null, null, null],
      part: { metric: winRate, before: [] },
    })),
    figures('Northwind', winRate, null, 0.35),
    { metric: winRate },
  ),
  view(
    'birds-eye-negative',
    specs.slice(0, 4).map((spec, place) => ({ ...spec, value: (400 - place * 300) * k })),
    figures('Northwind', revenue, -200 * k, 6700 * k),
  ),
  view(
    'birds-eye-level',
    specs.slice(0, 4).map((spec) => ({ ...spec, value: 1120 * k, goal: 2000 * k, part: {} })),
  ),
  view(
    'birds-eye-billion',
    specs
      .slice(0, 4)
      .map((spec, place) => ({ ...spec, value: 1.1e14 - place * 1e13, goal: 1.5e14, part: {} })),
    billions,
  ),
  view(
    'birds-eye-awkward',
    awkwardNames.slice(0, 6).map((name, place) => ({
      name,
      value: 12_345 * k * (place + 1),
      goal: 99_999 * k,
      part: {
        metric: { ...sourced, name: 'Ein außergewöhnlich langer Name einer Kennzahl' },
        window: 'last 28 days',
      },
    })),
    figures(awkwardNames[0] ?? '', revenue, 412_345 * k, 999_999 * k),
  ),
]

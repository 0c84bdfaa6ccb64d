// Last, this and next period in the states that somebody has looked at.
import { coverageOf } from '../../../shared/domain/boards/results/coverage.ts'
import { attainmentOf, stateOf } from '../../../shared/domain/standing/attainment.ts'
import type { Outlook, ResultsView, ThreePeriods } from '../../../shared/wire/boards/results-board.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { head, k, quarter } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'
import { awkwardNames, face } from '../samples/people.ts'

/** In thousands of dollars. */
interface Given {
  readonly last: readonly [value: number | null, goal: number | null]
  readonly now: readonly [value: number | null, goal: number | null, due: number | null]
  readonly next: readonly [goal: number | null, due: number | null]
}

const enough = 3
const cents = (amount: number | null): number | null => (amount === null ? null : Math.round(amount * k))

const standingOf = (valueK: number | null, goalK: number | null, gone: number): Standing => {
  const [value, goal] = [cents(valueK), cents(goalK)]
  const pace = goal === null ? null : goal * gone
  return {
    value,
    goal,
    attainment: attainmentOf(value, goal, 'higher'),
    pace,
    state: stateOf(value, goal, pace, 'higher'),
  }
}

const outlookOf = (value: number | null, goal: number | null, dueK: number | null, gone: number): Outlook => {
  const standing = standingOf(value, goal, gone)
  const due = cents(dueK)
  return { ...standing, due, ...coverageOf(standing, due, enough) }
}

const periodsOf = ({ last, now, next: [goal, due] }: Given): ThreePeriods => ({
  last: standingOf(last[0], last[1], 1),
  current: outlookOf(now[0], now[1], now[2], 0.56),
  next: outlookOf(0, goal, due, 0),
})

type Numbers = readonly (number | null)[]
const added = (numbers: Numbers): number | null =>
  numbers.every((each) => each === null) ? null : numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0)

const together = (rows: readonly Given[]): Given => {
  const sum = (pick: (row: Given) => number | null | undefined) => added(rows.map((row) => pick(row) ?? null))
  return {
    last: [sum(({ last }) => last[0]), sum(({ last }) => last[1])],
    now: [sum(({ now }) => now[0]), sum(({ now }) => now[1]), sum(({ now }) => now[2])],
    next: [sum(({ next }) => next[0]), sum(({ next }) => next[1])],
  }
}

const results = (
  id: string,
  rows: readonly (readonly [name: string, given: Given])[],
  part: Partial<ResultsView> = {},
): ResultsView => ({
  ...head(id, 'Is the team seeing results?'),
  kind: 'results',
  of: 'people',
  period: 'quarter',
  pipeline: metric({ id: 'closing', name: 'Closing this quarter', unit: 'money' }),
  enough,
  last: { ...quarter, label: 'Q3 2026', progress: 'closed' },
  next: { ...quarter, label: 'Q1 2027', progress: 'starts in 41 days' },
  rows: Object.fromEntries(
    rows.map(([name, given], place) => [`r${place}`, { ...face(name, place), place, ...periodsOf(given) }]),
  ),
  total: periodsOf(together(rows.map(([, given]) => given))),
  ...part,
})

const given = (last: Given['last'], now: Given['now'], next: Given['next']): Given => ({ last, now, next })

const ordinary: readonly (readonly [string, Given])[] = [
  ['Devon Achebe', given([212, 300], [98, 300, 160], [300, 90])],
  ['Elena Voss', given([318, 300], [331, 320, 210], [340, 520])],
  ['Grace Lindqvist', given([null, null], [141, 200, 190], [300, 1020])],
  ['Hana Sato', given([201, 250], [164, 250, 140], [250, 310])],
  ['Marcus Oyelaran', given([355, 300], [268, 300, 104], [320, 205])],
  ['Priya Raman', given([402, 380], [412, 300, 96], [400, 780])],
]
const teams: readonly (readonly [string, Given])[] = [
  ['Enterprise', given([2610, 2500], [2100, 2750, 1920], [2900, 4100])],
  ['Mid-market', given([1380, 1500], [1420, 2000, 610], [2000, 2600])],
  ['SMB', given([1510, 1400], [980, 1600, 340], [1600, 900])],
]
const each = (change: (given: Given) => Given) =>
  ordinary.map(([name, one]): [string, Given] => [name, change(one)])

export const views: readonly ResultsView[] = [
  results('results', ordinary),
  results('results-teams', teams, { of: 'teams', scope: 'Northwind' }),
  results(
    'results-many',
    Array.from({ length: 23 }, (_, at): [string, Given] => [
      `Person Number ${at + 1}`,
      given([at * 20, 240], [at * 15, 200 + at, 40 * (23 - at)], [250, at * 44]),
    ]),
  ),
  results('results-month', ordinary.slice(0, 4), {
    period: 'month',
    last: { ...quarter, label: 'October 2026', progress: 'closed' },
    window: { ...quarter, label: 'November 2026', progress: 'day 20 of 30' },
    next: { ...quarter, label: 'December 2026', progress: 'starts in 11 days' },
  }),
  results('results-one', ordinary.slice(1, 2)),
  results('results-none', []),
  results(
    'results-no-goals',
    each(({ last, now, next }) => given([last[0], null], [now[0], null, now[2]], [null, next[1]])),
  ),
  results(
    'results-all-tied',
    each(() => given([250, 250], [150, 250, 200], [250, 500])),
  ),
  results(
    'results-unknown',
    each(({ last, now, next }) => given([null, last[1]], [null, now[1], null], [next[0], null])),
  ),
  results(
    'results-negative',
    each(({ last, now, next }) => given([-40, last[1]], [-157.4, now[1], -12], [next[0], 0])),
  ),
  results(
    'results-all-reached',
    each(({ now }) => given([420, 300], [500, now[1], 0], [300, 1200])),
  ),
  results(
    'results-awkward',
    awkwardNames.map((name, at): [string, Given] => [
      name,
      given(
        [(9 - at) * 1.21e8, 1e9],
        [at * 1.57e8, at === 4 ? null : 9.99e8, 3.1e8 * at],
        [1.01e9, at * 8e8],
      ),
    ]),
    {
      title: 'Ein außergewöhnlich langer Titel, der über jeden Rand hinausgeht',
      scope: 'Maximiliane-Theodora von Hohenstein-Wittelsbach und zu Lauenburg',
    },
  ),
]

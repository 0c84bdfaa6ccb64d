// @vitest-environment happy-dom
// One team at many values, on every board that says how a team stands: all of them say the same, in the same colour.
import { expect, test } from 'vitest'
import { createBoardView } from '../../shared/domain/boards/board-view.ts'
import {
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
  win,
} from '../../shared/domain/test-support/test-floor.ts'
import type { BoardKind } from '../../shared/wire/boards.ts'
import { Board } from '../../shared/wire/floor.ts'
import type { GoalState } from '../../shared/wire/view-parts.ts'
import { renderOnWall } from '../../test/renderer/render-on-wall.tsx'
import { Scene } from '../tv/stage/scene.tsx'
import { alarmOf } from './parts/alarm.ts'

const now = Date.parse('2026-11-18T12:00:00Z')
const window = 'quarter'

const due = metricOf(
  'due',
  {
    from: 'deal',
    where: [{ field: 'status', is: 'open' }],
    date: 'expectedCloseOn',
    measure: { sum: 'amount' },
  },
  { unit: 'money' },
)
const again = { ...revenue, id: 'again' }
const scope = { team: 'east' }

const boards = {
  leaderboard: { scope, metric: 'revenue', window, bars: 'absolute' },
  'team-progress': { metric: 'revenue', window },
  results: { metric: 'revenue', pipeline: 'due', of: 'teams' },
  'team-goal': { scope, metric: 'revenue', window, pair: { metric: 'again' } },
  'countdown-ask': { scope, metric: 'revenue', window },
  'trend-race': { metric: 'revenue', window, of: 'teams' },
  'birds-eye': { metric: 'revenue', window, inputs: [{ metric: 'again' }] },
  calm: { scope, metrics: [{ metric: 'revenue', window }], result: { metric: 'revenue', window } },
} as const satisfies Partial<Record<BoardKind, object>>

const spotlight = { metrics: [{ metric: 'revenue', window }] }

const kinds = Object.keys(boards).flatMap((kind) => (kind in boards ? [kind as keyof typeof boards] : []))

/** East and west are alike, and so is each of their people, so that all that a board says is about one value. */
const floorWith = (goal: number, dollars: number) => {
  const each = [{ rep: 'ana' }, { rep: 'bo' }, { team: 'east' }, { team: 'west' }]
  const goals = ['revenue', 'again'].flatMap((metric) => [
    ...each.map((who) => ({ metric, ...who, window, value: goal })),
    { metric, org: true, window, value: 2 * goal },
  ])
  const floor = createTestFloor(
    floorOf({
      teams: [team('east', { members: ['ana'] }), team('west', { members: ['bo'] })],
      people: [person('ana'), person('bo')],
      metrics: [revenue, again, due],
      goals,
    }),
  )
  for (const rep of ['ana', 'bo'])
    floor.write({ ...win(rep, '2026-10-05', 1), status: 'open' }, win(rep, '2026-10-05', dollars))
  return floor.numbers
}

const standingIn = (goal: number, dollars: number) => {
  const numbers = floorWith(goal, dollars)
  const [plan, east] = [numbers.model.metric('revenue'), numbers.model.roster.subjectOf('east')]
  if (!plan || east === null) throw new Error('the floor has no east')
  const quarter = { kind: 'period', grain: 'quarter', offset: 0 } as const
  return numbers.standingOf(plan, quarter, east, now, { team: null, role: null })
}

/** Dollars of which the share of the quarter that is over is a whole number of hundreds, but for floating point. */
const goal = (() => {
  const { pace } = standingIn(1_000_000, 1)
  const share = (pace ?? 0) / 100_000_000
  for (let hundreds = 1; hundreds < 100_000; hundreds++) {
    const due = hundreds * share
    if (Math.abs(due - Math.round(due)) < 1e-9)
      return { dollars: hundreds * 100, pace: Math.round(due) * 100 }
  }
  throw new Error('no whole pace')
})()

const cases: readonly (readonly [dollars: number, state: GoalState])[] = [
  [0, 'well behind'],
  [(goal.pace * 6) / 10 - 1, 'well behind'],
  [(goal.pace * 6) / 10, 'behind'],
  [goal.pace - 1, 'behind'],
  [goal.pace, 'on pace'],
  [goal.pace + 1, 'on pace'],
  [goal.dollars - 1, 'on pace'],
  [goal.dollars, 'reached'],
  [goal.dollars * 1.3, 'reached'],
]

const drawn = (kind: keyof typeof boards | 'spotlight', dollars: number): HTMLElement => {
  const numbers = floorWith(goal.dollars, dollars)
  const board = Board.parse({
    id: kind,
    title: 'B',
    kind,
    ...(kind === 'spotlight' ? spotlight : boards[kind]),
  })
  const view = createBoardView(numbers, board).compute(now)
  return renderOnWall(<Scene view={view} page={0} pages={1} now={now} />).container
}

test.each(cases)('[S7][G14][B251] at %d dollars every board says "%s", in its colour', (dollars, state) => {
  expect(standingIn(goal.dollars, dollars).state).toBe(state)
  const alarm = alarmOf(state)
  for (const kind of kinds) {
    const board = drawn(kind, dollars)
    // A period that is over, and what is due, are other values.
    const partsOf = (selector: string) =>
      [...board.querySelectorAll(selector)].filter(
        (part) =>
          part.closest('.result-cell:not(.result-running), .results-column:not(.result-now)') === null,
      )
    const alarms = partsOf('[data-alarm]').map((part) => part.getAttribute('data-alarm'))
    expect(new Set(alarms), `${kind}: ${board.textContent}`).toEqual(new Set([alarm]))
    expect(partsOf('.behind-sign').length > 0, kind).toBe(alarm === 'behind')
    expect(board.textContent, kind).not.toMatch(/▼/)
    // Places on a leaderboard are no alarm: only what reached its goal is coloured there.
    const bars = [...board.querySelectorAll('.bar')].filter((bar) => bar.closest('.leader') === null)
    for (const bar of bars) expect(bar.getAttribute('data-tone') === 'behind', kind).toBe(alarm === 'behind')
  }
})

test.each(cases)(
  '[B214] at %d dollars a spotlight says what is reached or on pace, and nothing against anybody',
  (dollars, state) => {
    const board = drawn('spotlight', dollars)
    const alarms = [...board.querySelectorAll('[data-alarm]')].map((part) => part.getAttribute('data-alarm'))
    const alarm = alarmOf(state)
    expect(alarms).toEqual(alarm === 'behind' ? [] : [alarm])
    expect(board.querySelector('.bar[data-tone="behind"]')).toBeNull()
    expect(board.querySelector('.pace-tick') !== null).toBe(state === 'on pace')
    expect(board.querySelector('.behind-sign')).toBeNull()
  },
)

// Fifty people whose numbers change from step to step, the same way on every side of a comparison.
import type { LeaderboardRow, LeaderboardView } from '../../shared/wire/boards/leaderboard-board.ts'
import { people } from './people.ts'

const goal = 30_000_000

/** A generator with a seed (Park and Miller): every side meets the same changes. */
const createDice = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const standing = (value: number): Pick<LeaderboardRow, 'value' | 'attainment' | 'state'> => {
  const attainment = value / goal
  return { value, attainment, state: attainment >= 1 ? 'reached' : attainment >= 0.5 ? 'on pace' : 'behind' }
}

/** Rows that keep their place and their number stay the same objects, as patches leave them. */
const ranked = (rows: readonly (readonly [string, LeaderboardRow])[]): LeaderboardView['rows'] => {
  const order = rows.map(([, row]) => row).sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  return Object.fromEntries(
    rows.map(([id, row]) => {
      const place = order.indexOf(row)
      return [id, row.place === place ? row : { ...row, place, rank: place + 1 }]
    }),
  )
}

/** Each call is the next reorder: five people win something, which is a few places up; one in ten passes the goal. */
export const createLadder = (): { readonly first: LeaderboardView; next(): LeaderboardView } => {
  const dice = createDice(20_261_120)
  let rows = ranked(
    people.map((person, place) => {
      const row = { ...person, ...standing(dice(32_000_000)), goal, pace: goal / 2 }
      return [person.initials + place, { ...row, rank: place + 1, place, climbed: 0, improvement: null }]
    }),
  )
  const view = (): LeaderboardView => ({
    id: 'ladder',
    title: 'Closed-won revenue',
    scope: 'Everybody',
    kind: 'leaderboard',
    window: { start: null, end: null, label: 'Q4', progress: '' },
    metric: {
      id: 'won',
      name: 'Closed-won revenue',
      noun: 'revenue',
      objective: 'What did we close?',
      unit: 'money',
      indicator: 'output',
      better: 'higher',
    },
    changedAt: null,
    awaits: null,
    fallback: null,
    rankBy: 'value',
    bars: 'attainment',
    rows,
    pair: null,
    team: null,
    latest: null,
  })
  return {
    first: view(),
    next: () => {
      const entries = Object.entries(rows)
      const changed = new Map<number, number>()
      for (let win = 0; win < 5; win++) changed.set(dice(entries.length), dice(7_000_000))
      rows = ranked(
        entries.map(([id, row], index) => {
          const change = changed.get(index)
          if (change === undefined) return [id, row]
          // Who is far ahead starts again, so that the ladder is as crowded after a thousand steps as at first.
          const value = Math.max(0, ((row.value ?? 0) + change) % 37_000_000)
          return [id, { ...row, ...standing(value) }]
        }),
      )
      return view()
    },
  }
}

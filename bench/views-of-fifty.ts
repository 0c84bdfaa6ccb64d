// The picture's own board with fifty people, as the feed would send it, and with one.
import { picture } from '../renderer/boards/leaderboard/gallery-states.ts'
import { leaderRows, standing } from '../renderer/boards/samples/people.ts'
import type { LeaderboardRow, LeaderboardView } from '../shared/wire/boards/leaderboard-board.ts'
import { people } from './peers/people.ts'

const goal = 30_000_000

const valueAt = (place: number): number => 42_000_000 - place * 700_000

const teamOf = (rows: LeaderboardView['rows']): LeaderboardView['team'] => {
  const segments = Object.entries(rows).map(([id, row]) => ({ id, hue: row.hue, value: row.value ?? 0 }))
  const value = segments.reduce((sum, segment) => sum + segment.value, 0)
  return { name: 'Team', ...standing(value, segments.length * goal), ahead: 0, segments }
}

/** Everything that a leaderboard can have: paired metric, team goal, latest deal. */
export const boardOf = (count: number): LeaderboardView => {
  const shown = people.slice(0, count)
  const rows = leaderRows(shown.map(({ name }, place) => ({ name, value: valueAt(place), goal })))
  const paired = shown.map((face, place) => [face.name, { ...face, ...standing(50 - place, 20), place }])
  return {
    ...picture,
    rows,
    team: teamOf(rows),
    pair: picture.pair && { ...picture.pair, rows: Object.fromEntries(paired), withGoal: count },
  }
}

/** The same board after `turn` places have been passed down the list: every row has moved. */
export const turned = (view: LeaderboardView, turn: number): LeaderboardView => {
  const count = Object.keys(view.rows).length
  const rows = Object.entries(view.rows).map(([id, row], index): [string, LeaderboardRow] => {
    const place = (index + turn * 3) % count
    return [id, { ...row, ...standing(valueAt(place), goal), place, rank: place + 1 }]
  })
  return { ...view, rows: Object.fromEntries(rows), changedAt: (view.changedAt ?? 0) + turn }
}

// What of a change is drawn first. A deal is one row's own number; the places, ranks and totals that follow from it are
// most of the work, and can wait for the next frame.

import type { LeaderboardRow, LeaderboardView } from '../../../shared/wire/boards/leaderboard.ts'
import type { BoardView } from '../../../shared/wire/view.ts'

/** Same objects where a patch left them alone: with another metric, window or order no number means what it did. */
const measureAlike = (a: LeaderboardView, b: LeaderboardView): boolean =>
  a.metric === b.metric && a.window === b.window && a.rankBy === b.rankBy && a.bars === b.bars

const whereItWas = (row: LeaderboardRow, { place, rank, climbed }: LeaderboardRow): LeaderboardRow => ({
  ...row,
  place,
  rank,
  climbed,
})

/** Null where nobody's own number changed, or that of several: then nothing is the news. */
const newsOfLeaders = (before: LeaderboardView, after: LeaderboardView): LeaderboardView | null => {
  const ids = Object.keys(after.rows)
  const isSame =
    ids.length === Object.keys(before.rows).length && ids.every((id) => Object.hasOwn(before.rows, id))
  if (!isSame || !measureAlike(before, after)) return null
  const [id, another] = ids.filter((each) => after.rows[each]?.value !== before.rows[each]?.value)
  const [was, is] = id === undefined ? [] : [before.rows[id], after.rows[id]]
  if (id === undefined || another !== undefined || was === undefined || is === undefined) return null
  return { ...before, rows: { ...before.rows, [id]: whereItWas(is, was) } }
}

/** The view to draw first, before all of `after` is drawn; null where there is none and all of it comes at once. */
export const newsOf = (before: BoardView, after: BoardView): BoardView | null =>
  before.kind === 'leaderboard' && after.kind === 'leaderboard' ? newsOfLeaders(before, after) : null

// Who runs on a page, and where each line and its label end.
import type { TrendRaceRow, TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'
import { rowsOnPage } from '../parts/paging.ts'
import { distinctHues } from './distinct-hues.ts'
import { type RaceScale, raceScale } from './race-scale.ts'
import { spread } from './spread.ts'

/** Eight, whoever leads them all, and the goal. */
const mostLabels = 10

export interface Runner {
  readonly id: string
  readonly row: TrendRaceRow
  /** Null for the leader of all on a later page, who runs along in grey. */
  readonly hue: number | null
  /** Where the line ends, 0 to 1 from the top; null while nothing is known. */
  readonly end: number | null
  readonly label: number
}

export interface RacePage {
  readonly scale: RaceScale
  /** In the order of their ids, so that no element moves in the document. */
  readonly runners: readonly Runner[]
  readonly goal: { readonly end: number; readonly label: number } | null
}

export const racePage = (view: TrendRaceView, page: number, pages: number): RacePage => {
  const { rows } = rowsOnPage(view.rows, page, pages)
  const byPlace = [...rows].sort((a, b) => a.slot - b.slot)
  const hues = distinctHues(byPlace.map(({ row }) => row.hue))
  const own = rows.map((each) => ({ ...each, hue: hues[byPlace.indexOf(each)] ?? 0 }))
  const first = Object.entries(view.rows).find(([, row]) => row.place === 0)
  // Ranks say by themselves how far in front somebody is.
  const leader = page > 0 && view.show !== 'rank' && first ? [{ id: first[0], row: first[1], hue: null }] : []
  const all = [...leader, ...own]
  const scale = raceScale(
    view,
    all.map(({ row }) => row),
  )
  const ends = all.map(({ row }) => {
    const point = row.points.at(-1) ?? null
    return point === null ? null : scale.y(point)
  })
  const pace = view.goal?.points.at(-1)
  const goalEnd = pace === undefined ? null : scale.y(pace)
  // Of equals the better place stands above; what is unknown stands last. The goal's line is passed by what reaches it.
  const wanted = all.map(({ row }, at) => (ends[at] ?? 1) + row.place * 1e-9)
  const labels = spread(goalEnd === null ? wanted : [...wanted, goalEnd + 1e-6], 1 / mostLabels)
  return {
    scale,
    runners: all.map(({ id, row, hue }, at) => ({
      id,
      row,
      hue,
      end: ends[at] ?? null,
      label: labels[at] ?? 0,
    })),
    goal: goalEnd === null ? null : { end: goalEnd, label: labels.at(-1) ?? 0 },
  }
}

// Which rows are on a page. Everybody gets a page, pages are filled alike, and within a page the elements stand in
// the order of their ids, so that a change of place moves no element in the document.
import { minPageMs } from '../../../shared/domain/screens/rotation.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import { listedRows } from '../wins/listed-rows.ts'

export type Shape = 'landscape' | 'portrait'

const maxPerPage = (view: BoardView, shape: Shape): number => {
  switch (view.kind) {
    case 'accountability':
      return 8
    case 'announcement':
    case 'calm':
      return 1
    case 'leaderboard':
      if (shape === 'landscape') return 8
      return view.pair === null ? 14 : 8
    case 'birds-eye':
      return 6
    case 'trend-race':
      return 8
    case 'head-to-head':
      return 5
    case 'improved':
      return mostInHalf
    case 'spotlight':
      return 1
    case 'funnel':
      return shape === 'landscape' ? 6 : 5
    case 'hygiene':
      if (view.names) return 3
      return shape === 'landscape' ? 4 : 5
    case 'wins':
      return shape === 'landscape' ? 6 : 8
    case 'results':
      return shape === 'landscape' ? 6 : 5
    case 'team-goal':
      return Number.POSITIVE_INFINITY
    case 'team-progress':
    case 'over-the-line':
      return 12
  }
}

/** Fewer rows than this are not spread over the whole height: a board with one person is not a poster. */
export const leastSlots = 5

interface Placed {
  readonly place: number
}

/** People in each half of a board of improvements and streaks. */
export const mostInHalf = 5

/** Pages with the same number of rows, give or take one: nine people are five and four, not eight and one. */
export const pagesFor = (count: number, most: number): number => Math.max(1, Math.ceil(count / most))

/** How many rows have to find a place. */
const rowCount = (view: BoardView): number => {
  if (!('rows' in view)) return 1
  if (view.kind === 'wins') return Object.keys(listedRows(view)).length
  const paired = view.kind === 'leaderboard' && view.pair !== null ? Object.keys(view.pair.rows).length : 0
  const beside = view.kind === 'improved' ? Object.keys(view.streaks.rows).length : paired
  return Math.max(Object.keys(view.rows).length, beside)
}

export const pageCount = (view: BoardView, shape: Shape): number =>
  pagesFor(rowCount(view), maxPerPage(view, shape))

/** Whoever has the wall to themselves has it for longer than one page of many. */
const turnMs = 12_000

/** How long a page is on at least. */
export const leastPageMs = (view: BoardView): number => (view.kind === 'spotlight' ? turnMs : minPageMs)

interface PageRow<Row> {
  readonly id: string
  readonly row: Row
  /** Counts the page's rows from 0, top to bottom. */
  readonly slot: number
}

export interface Page<Row> {
  readonly rows: readonly PageRow<Row>[]
  /** Rows that a page of this board has at most: the height of a row does not depend on the page. */
  readonly slots: number
}

export const rowsOnPage = <Row extends Placed>(
  rows: Readonly<Record<string, Row>>,
  page: number,
  pages: number,
): Page<Row> => {
  const placed = Object.entries(rows).sort(([, a], [, b]) => a.place - b.place)
  const slots = Math.ceil(placed.length / pages)
  const shown = placed.slice(page * slots, (page + 1) * slots).map(([id, row], slot) => ({ id, row, slot }))
  return { rows: shown.sort((a, b) => (a.id < b.id ? -1 : 1)), slots }
}

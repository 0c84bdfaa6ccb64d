// Which rows are on a page. Everybody gets a page, pages are filled alike, and within a page the elements stand in
// the order of their ids, so that a change of place moves no element in the document.

export type Shape = 'landscape' | 'portrait'

/** Fewer rows than this are not spread over the whole height. */
export const leastSlots = 5

/** So few have the whole wall, large: three thin rows at the top would say that most people are missing. */
const fewRows = 3

interface Placed {
  readonly place: number
}

/** Pages for so many rows at `most` rows a page, 1 at least; `rowsOnPage` fills them alike: nine are five and four. */
export const pagesOf = (rows: Readonly<Record<string, unknown>>, most: number): number =>
  Math.max(1, Math.ceil(Object.keys(rows).length / most))

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

export const isFew = ({ slots }: Pick<Page<unknown>, 'slots'>): boolean => slots > 0 && slots <= fewRows

/** Rows that the height is divided among. */
export const slotsOf = (page: Pick<Page<unknown>, 'slots'>): number =>
  isFew(page) ? page.slots : Math.max(leastSlots, page.slots)

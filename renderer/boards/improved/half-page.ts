// Two halves turn their pages under one rotation, and each has its own number of them: one that fits stands still.
import { type Page, pagesOf, rowsOnPage } from '../parts/paging.ts'

/** People in each half of the board. */
export const mostInHalf = 5

export const halfPage = <Row extends { readonly place: number }>(
  rows: Readonly<Record<string, Row>>,
  page: number,
): Page<Row> & { readonly page: number } => {
  const pages = pagesOf(rows, mostInHalf)
  const own = page % pages
  return { ...rowsOnPage(rows, own, pages), page: own }
}

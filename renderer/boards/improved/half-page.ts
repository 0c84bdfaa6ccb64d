// Two halves turn their pages under one rotation, and each has its own number of them: one that fits stands still.
import { mostInHalf, type Page, pagesFor, rowsOnPage } from '../parts/paging.ts'

export const halfPage = <Row extends { readonly place: number }>(
  rows: Readonly<Record<string, Row>>,
  page: number,
): Page<Row> & { readonly page: number } => {
  const pages = pagesFor(Object.keys(rows).length, mostInHalf)
  const own = page % pages
  return { ...rowsOnPage(rows, own, pages), page: own }
}

import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, type OnPaper, type PaperWords, people } from '../paper.ts'

export const spotlightOnPaper = (view: ViewOf<'spotlight'>, words: PaperWords): OnPaper => {
  const columns = view.metrics.map(({ metric, window }) => ({
    metric,
    label: `${metric.name}, ${window.label}`,
  }))
  const rows = inOrder(view.rows).map(({ name, goals }) => ({ name, cells: goals }))
  return { lines: [], table: people(rows, columns, words) }
}

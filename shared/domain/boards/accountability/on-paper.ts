import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, type OnPaper, type PaperWords, people } from '../paper.ts'

export const accountabilityOnPaper = (view: ViewOf<'accountability'>, words: PaperWords): OnPaper => {
  const columns = view.columns.map(({ metric }) => ({ metric, label: metric.name }))
  return { lines: [], table: people(inOrder(view.rows), columns, words) }
}

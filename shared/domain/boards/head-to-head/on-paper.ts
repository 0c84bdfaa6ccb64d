import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, text } from '../paper.ts'

export const headToHeadOnPaper = (view: ViewOf<'head-to-head'>, words: PaperWords): OnPaper => {
  const { say } = words
  return {
    lines: [],
    table: {
      columns: [
        text(say({ id: 'sheet.metric', defaultMessage: 'Number' })),
        number(view.left.name),
        number(view.right.name),
      ],
      rows: inOrder(view.rows).map(({ metric, window, left, right }) =>
        row(`${metric.name}, ${window.label}`, words.cell(left, metric), words.cell(right, metric)),
      ),
    },
  }
}

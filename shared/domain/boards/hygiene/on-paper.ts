import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, text, total } from '../paper.ts'

export const hygieneOnPaper = (view: ViewOf<'hygiene'>, words: PaperWords): OnPaper => {
  return {
    lines: [],
    table: {
      columns: [text(words.team), ...view.columns.map(({ metric }) => number(metric.name))],
      rows: [
        ...inOrder(view.rows).map(({ name, cells }) =>
          row(name, ...view.columns.map(({ metric }, at) => words.value(cells[at]?.value ?? null, metric))),
        ),
        total(words.all, ...view.columns.map(({ metric, total: all }) => words.value(all.value, metric))),
      ],
    },
  }
}

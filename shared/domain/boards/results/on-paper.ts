import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, text, total } from '../paper.ts'

export const resultsOnPaper = (view: ViewOf<'results'>, words: PaperWords): OnPaper => {
  const { say } = words
  const { metric } = view
  const due = say(
    { id: 'sheet.due', defaultMessage: '{pipeline}, {period}' },
    { pipeline: view.pipeline.name, period: view.next.label },
  )
  const cellsOf = ({ last, current, next }: typeof view.total): readonly string[] => [
    words.value(last.value, metric),
    words.value(current.value, metric),
    ...words.goalAndShare(current, metric),
    words.value(next.due, view.pipeline),
  ]
  return {
    lines: [],
    table: {
      columns: [
        text(view.of === 'teams' ? words.team : words.who),
        number(view.last.label),
        number(view.window.label),
        number(words.goal),
        number(words.share),
        number(due),
      ],
      rows: [
        ...inOrder(view.rows).map((each) => row(each.name, ...cellsOf(each))),
        total(words.all, ...cellsOf(view.total)),
      ],
    },
  }
}

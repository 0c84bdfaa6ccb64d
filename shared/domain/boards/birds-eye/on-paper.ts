import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, text, total } from '../paper.ts'

export const birdsEyeOnPaper = (view: ViewOf<'birds-eye'>, words: PaperWords): OnPaper => {
  const { say } = words
  return {
    lines: [],
    table: {
      columns: [
        text(words.team),
        text(say({ id: 'sheet.metric', defaultMessage: 'Number' })),
        number(say({ id: 'sheet.value', defaultMessage: 'Stands at' })),
        number(words.goal),
        number(words.share),
      ],
      rows: [
        ...inOrder(view.rows).map((each) =>
          row(
            each.name,
            each.window === null ? each.metric.name : `${each.metric.name}, ${each.window}`,
            words.value(each.value, each.metric),
            ...words.goalAndShare(each, each.metric),
          ),
        ),
        total(
          view.headline.name,
          view.metric.name,
          words.value(view.headline.value, view.metric),
          ...words.goalAndShare(view.headline, view.metric),
        ),
      ],
    },
  }
}

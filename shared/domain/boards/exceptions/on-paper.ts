import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, text } from '../paper.ts'

export const exceptionsOnPaper = (view: ViewOf<'exceptions'>, words: PaperWords): OnPaper => {
  const { say } = words
  return {
    lines: [],
    table: {
      columns: [
        text(say({ id: 'sheet.what', defaultMessage: 'What' })),
        text(view.named ? words.who : ''),
        number(view.named ? '' : say({ id: 'sheet.how-many', defaultMessage: 'How many' })),
        number(say({ id: 'sheet.days', defaultMessage: 'Days' })),
      ],
      rows: inOrder(view.rows).map((each) =>
        row(
          each.says === null ? each.title : `${each.title}: ${each.says}`,
          each.owner ?? each.face?.name ?? '',
          view.named ? '' : String(each.count),
          String(each.days),
        ),
      ),
    },
  }
}

import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, text } from '../paper.ts'

export const funnelOnPaper = (view: ViewOf<'funnel'>, words: PaperWords): OnPaper => {
  const { format, say } = words
  return {
    lines: [],
    table: {
      columns: [
        text(say({ id: 'sheet.stage', defaultMessage: 'Stage' })),
        number(say({ id: 'sheet.went-on', defaultMessage: 'Went on' })),
        number(view.before),
        number(say({ id: 'sheet.days-in-it', defaultMessage: 'Days in it' })),
      ],
      rows: inOrder(view.rows).map(({ name, conversion, days, before }) =>
        row(
          name,
          format.value(conversion, 'percent'),
          format.value(before.conversion, 'percent'),
          format.value(days, 'days'),
        ),
      ),
    },
  }
}

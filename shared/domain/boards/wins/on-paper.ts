import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, text } from '../paper.ts'

export const winsOnPaper = (view: ViewOf<'wins'>, words: PaperWords): OnPaper => {
  const { date, format, say } = words
  return {
    lines: [
      say(
        {
          id: 'sheet.wins',
          defaultMessage: '{deals, plural, one {One deal} other {# deals}}, {total} together.',
        },
        { deals: view.deals, total: format.value(view.total, 'money') },
      ),
    ],
    table: {
      columns: [
        text(words.who),
        text(say({ id: 'sheet.account', defaultMessage: 'Customer' })),
        number(say({ id: 'sheet.amount', defaultMessage: 'Amount' })),
        number(say({ id: 'sheet.won-on', defaultMessage: 'Won on' })),
      ],
      rows: inOrder(view.rows).map(({ name, account, amount, at }) =>
        row(name, account ?? '', format.value(amount, 'money'), date(at)),
      ),
    },
  }
}

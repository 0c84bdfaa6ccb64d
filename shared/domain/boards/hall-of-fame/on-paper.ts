import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, type OnPaper, type PaperWords, row, text } from '../paper.ts'

export const hallOfFameOnPaper = (view: ViewOf<'hall-of-fame'>, { date, say }: PaperWords): OnPaper => ({
  lines: [],
  table: {
    columns: [
      text(say({ id: 'sheet.hall.contest', defaultMessage: 'Contest' })),
      text(say({ id: 'sheet.hall.until', defaultMessage: 'Over on' })),
      text(say({ id: 'sheet.hall.won-by', defaultMessage: 'Won by' })),
      text(say({ id: 'sheet.hall.prize', defaultMessage: 'Prize' })),
    ],
    rows: inOrder(view.rows).map(({ called, until, winners, more, prize }) =>
      row(
        called,
        date(until - 1),
        [
          ...winners.map(({ name }) => name),
          ...(more === 0
            ? []
            : [say({ id: 'sheet.hall.more', defaultMessage: '{count} more' }, { count: more })]),
        ].join(', '),
        prize ?? '',
      ),
    ),
  },
})

import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, text } from '../paper.ts'

export const thanksOnPaper = (view: ViewOf<'thanks'>, words: PaperWords): OnPaper => {
  const { date, say } = words
  return {
    lines: [],
    table: {
      columns: [
        text(say({ id: 'sheet.helped', defaultMessage: 'Helped' })),
        text(say({ id: 'sheet.helped-with', defaultMessage: 'With' })),
        text(say({ id: 'sheet.thanked-by', defaultMessage: 'Says' })),
        number(say({ id: 'sheet.thanked-on', defaultMessage: 'On' })),
      ],
      rows: inOrder(view.rows).map(({ name, words: said, helped, at }) =>
        row(name, said, helped.name, date(at)),
      ),
    },
  }
}

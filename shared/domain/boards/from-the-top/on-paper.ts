import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, type OnPaper, type PaperWords, row, text } from '../paper.ts'

export const fromTheTopOnPaper = (view: ViewOf<'from-the-top'>, words: PaperWords): OnPaper => {
  const { say } = words
  return {
    lines: [],
    table: {
      columns: [text(words.who), text(say({ id: 'sheet.words', defaultMessage: 'Words' }))],
      rows: inOrder(view.rows).map(({ name, text: said }) => row(name, said)),
    },
  }
}

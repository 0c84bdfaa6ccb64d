import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, text } from '../paper.ts'

export const improvedOnPaper = (view: ViewOf<'improved'>, words: PaperWords): OnPaper => {
  const { format, say } = words
  return {
    lines: [],
    table: {
      columns: [
        text(words.who),
        number(say({ id: 'sheet.before', defaultMessage: 'Before' })),
        number(view.improved.name),
        number(say({ id: 'sheet.change', defaultMessage: 'Change' })),
      ],
      rows: inOrder(view.rows).map(({ name, from, to, change }) =>
        row(
          name,
          words.value(from, view.improved),
          words.value(to, view.improved),
          view.relative ? format.change(change) : format.delta(change, view.improved.unit),
        ),
      ),
    },
  }
}

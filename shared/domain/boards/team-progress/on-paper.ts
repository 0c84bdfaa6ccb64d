import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, number, type OnPaper, type PaperWords, row, standings } from '../paper.ts'

export const teamProgressOnPaper = (view: ViewOf<'team-progress'>, words: PaperWords): OnPaper => {
  const table = standings(view, inOrder(view.rows), words, { of: words.team })
  return {
    lines: [],
    table: {
      columns: [...table.columns, ...view.inputs.map(({ name }) => number(name))],
      rows: inOrder(view.rows).map((each, index) => {
        const inputs = view.inputs.map((input, at) => words.value(each.inputs[at]?.value ?? null, input))
        return row(...(table.rows[index]?.cells ?? []), ...inputs)
      }),
    },
  }
}

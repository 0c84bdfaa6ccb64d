import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, type OnPaper, type PaperWords, standings } from '../paper.ts'

export const overTheLineOnPaper = (view: ViewOf<'over-the-line'>, words: PaperWords): OnPaper => {
  const { say } = words
  const rows = inOrder(view.rows)
  const line = say(
    { id: 'sheet.over-the-line', defaultMessage: '{over} of {people} with a goal are over it.' },
    { over: rows.length, people: view.withGoal },
  )
  return { lines: [line], table: rows.length === 0 ? null : standings(view, rows, words) }
}

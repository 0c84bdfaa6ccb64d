import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, type OnPaper, type PaperWords, standings } from '../paper.ts'

export const trendRaceOnPaper = (view: ViewOf<'trend-race'>, words: PaperWords): OnPaper => {
  const of = view.of === 'teams' ? words.team : words.who
  return { lines: [], table: standings(view, inOrder(view.rows), words, { of }) }
}

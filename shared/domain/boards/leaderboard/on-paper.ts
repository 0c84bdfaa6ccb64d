import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, type OnPaper, type PaperWords, standings } from '../paper.ts'

export const leaderboardOnPaper = (view: ViewOf<'leaderboard'>, words: PaperWords): OnPaper => {
  return { lines: [], table: standings(view, inOrder(view.rows), words, { sum: view.team }) }
}

import type { ViewOf } from '../../../wire/boards.ts'
import { inOrder, type OnPaper, type PaperWords, standings } from '../paper.ts'

export const teamGoalOnPaper = (view: ViewOf<'team-goal'>, words: PaperWords): OnPaper => {
  return {
    lines: [],
    table: standings(
      view,
      inOrder(view.rows).map(({ name, value }) => ({
        name,
        value,
        goal: null,
        attainment: null,
        pace: null,
        state: null,
      })),
      words,
      { sum: { ...view, name: words.all } },
    ),
  }
}

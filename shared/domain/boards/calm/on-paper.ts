import type { ViewOf } from '../../../wire/boards.ts'
import { type OnPaper, type PaperWords, standings } from '../paper.ts'

export const calmOnPaper = (view: ViewOf<'calm'>, words: PaperWords): OnPaper =>
  view.result === null
    ? { lines: [], table: null }
    : {
        lines: [],
        table: standings({ metric: view.result.metric }, [{ ...view.result, name: view.scope }], words),
      }

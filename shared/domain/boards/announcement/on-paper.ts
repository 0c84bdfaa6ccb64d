import type { ViewOf } from '../../../wire/boards.ts'
import type { OnPaper } from '../paper.ts'

export const announcementOnPaper = (view: ViewOf<'announcement'>): OnPaper => {
  return {
    lines: view.text.flatMap((block) =>
      block.kind === 'list'
        ? block.items.map(({ mark, runs }) => `${mark} ${runs.map((run) => run.text).join('')}`)
        : [block.runs.map((run) => run.text).join('')],
    ),
    table: null,
  }
}

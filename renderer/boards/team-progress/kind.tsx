import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf } from '../parts/paging.ts'
import { everyoneOver } from '../parts/room/everyone-over.ts'
import { teamProgressAnswer } from './answer.ts'
import { TeamProgress } from './team-progress.tsx'
import { teamProgressNote } from './team-progress-note.ts'

export const teamProgress: BoardDrawing<'team-progress'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      answer={(format) => teamProgressAnswer(view, format)}
      isEveryoneOver={everyoneOver(Object.values(view.rows))}
      foot={<FootNote text={(say) => teamProgressNote(view, pages, say)} />}
    >
      <TeamProgress view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows }) => pagesOf(rows, 12),
}

import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf } from '../parts/paging.ts'
import { everyoneOver } from '../parts/room/everyone-over.ts'
import { totalAnswer } from '../parts/total-answer.ts'
import { BirdsEye } from './birds-eye.tsx'
import { birdsEyeNote } from './birds-eye-note.ts'

export const birdsEye: BoardDrawing<'birds-eye'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      answer={(format) => totalAnswer(view.headline, view.metric, format)}
      whole={view.headline}
      isEveryoneOver={everyoneOver(Object.values(view.rows))}
      foot={<FootNote text={(say) => birdsEyeNote(view, say)} />}
    >
      <BirdsEye view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows }) => pagesOf(rows, 6),
}

import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf } from '../parts/paging.ts'
import { isEveryone } from '../parts/room/everyone-over.ts'
import { overTheLineAnswer } from './answer.ts'
import { OverTheLine } from './over-the-line.tsx'

export const overTheLine: BoardDrawing<'over-the-line'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      answer={(format) => overTheLineAnswer(view, format)}
      isEveryoneOver={isEveryone(Object.keys(view.rows).length, view.withGoal)}
      foot={<FootNote text={view.metric.objective} />}
    >
      <OverTheLine view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows }) => pagesOf(rows, 12),
}

import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf } from '../parts/paging.ts'
import { everyoneOver, overAll } from '../parts/room/everyone-over.ts'
import { Accountability } from './accountability.tsx'
import { AccountabilityFoot } from './accountability-foot.tsx'
import { accountabilityAnswer } from './answer.ts'

export const accountability: BoardDrawing<'accountability'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      indicator="input"
      answer={(format) => accountabilityAnswer(view, format)}
      isEveryoneOver={everyoneOver(Object.values(view.rows).map(({ cells }) => overAll(cells)))}
      foot={<AccountabilityFoot view={view} />}
    >
      <Accountability view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows }) => pagesOf(rows, 8),
}

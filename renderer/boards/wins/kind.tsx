import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf } from '../parts/paging.ts'
import { listedRows } from './listed-rows.ts'
import { Wins } from './wins.tsx'

export const wins: BoardDrawing<'wins'> = {
  draw: ({ view, page, pages, now }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      foot={
        <FootNote
          text={(say) =>
            say({ id: 'wins.question', defaultMessage: 'What did we just win, and who made it happen?' })
          }
        />
      }
    >
      <Wins view={view} page={page} pages={pages} now={now} />
    </BoardFrame>
  ),
  pages: (view, shape) => {
    const rows = listedRows(view)
    // A leader's word is a third line.
    const most = Object.values(rows).some(({ word }) => word !== null) ? 5 : 6
    return pagesOf(rows, shape === 'landscape' ? most : 8)
  },
}

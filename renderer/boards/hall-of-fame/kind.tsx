import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { hallOfFameAnswer } from './answer.ts'
import { HallOfFame } from './hall-of-fame.tsx'
import { hallPages } from './hall-pages.ts'

export const hallOfFame: BoardDrawing<'hall-of-fame'> = {
  draw: ({ view, page, pages, now }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      answer={(format) => hallOfFameAnswer(view, format)}
      foot={
        <FootNote
          text={(say) =>
            say({ id: 'hall.foot', defaultMessage: 'Every contest that is over for good, with who won it' })
          }
        />
      }
    >
      <HallOfFame view={view} page={page} pages={pages} now={now} />
    </BoardFrame>
  ),
  pages: ({ rows }, shape) => hallPages(Object.keys(rows).length, shape),
}

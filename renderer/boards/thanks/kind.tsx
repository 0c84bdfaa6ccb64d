import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf } from '../parts/paging.ts'
import { thanksAnswer } from './answer.ts'
import { Thanks } from './thanks.tsx'

export const thanks: BoardDrawing<'thanks'> = {
  draw: ({ view, page, pages, now }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      answer={(format) => thanksAnswer(view, format)}
      foot={
        <FootNote
          text={(say) =>
            say({ id: 'thanks.question', defaultMessage: 'Who helped you? Say so on your phone' })
          }
        />
      }
    >
      <Thanks view={view} page={page} pages={pages} now={now} />
    </BoardFrame>
  ),
  pages: ({ rows }) => pagesOf(rows, 4),
  // Sentences are read.
  leastPageMs: 10_000,
}

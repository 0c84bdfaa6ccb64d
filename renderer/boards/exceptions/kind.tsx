import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { pagesOf } from '../parts/paging.ts'
import { Exceptions } from './exceptions.tsx'
import { exceptionsAnswer, footWords } from './off-words.ts'

export const exceptions: BoardDrawing<'exceptions'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      isEmpty={view.total === 0}
      answer={(format) => exceptionsAnswer(view, format)}
      foot={<FootNote text={(say) => footWords(view, say)} />}
    >
      <Exceptions view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows }, shape) => pagesOf(rows, shape === 'landscape' ? 5 : 9),
  // What is off is found by the minute, whatever facts came.
  around: { age: false },
}

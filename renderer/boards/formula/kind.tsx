import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { pagesOf } from '../parts/paging.ts'
import { formulaAnswer } from './answer.ts'
import { Formula } from './formula.tsx'
import { footWords, reasonForNoRows } from './plan-words.ts'

export const formula: BoardDrawing<'formula'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      isEmpty={reasonForNoRows(view) !== null}
      indicator="input"
      answer={view.show === 'person' ? null : (format) => formulaAnswer(view, format)}
      foot={<FootNote text={(say) => footWords(view, say)} />}
    >
      <Formula view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows, show }) => pagesOf(rows, show === 'person' ? 1 : 8),
}

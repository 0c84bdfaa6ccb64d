import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { pagesOf } from '../parts/paging.ts'
import { improvedAnswer } from './answer.ts'
import { mostInHalf } from './half-page.ts'
import { Improved } from './improved.tsx'
import { improvedFoot } from './improved-foot.ts'
import { newcomerPages } from './newcomers.tsx'

export const improved: BoardDrawing<'improved'> = {
  draw: ({ view, page }) => (
    <BoardFrame
      view={view}
      answer={(format, locale) => improvedAnswer(view, format, locale)}
      foot={<FootNote text={(say) => improvedFoot(view, say)} />}
    >
      <Improved view={view} page={page} />
    </BoardFrame>
  ),
  pages: ({ rows, streaks, newcomers }) =>
    Math.max(pagesOf(rows, mostInHalf), pagesOf(streaks.rows, mostInHalf), newcomerPages(newcomers)),
}

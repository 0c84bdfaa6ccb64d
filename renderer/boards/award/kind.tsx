import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { awardAnswer } from './answer.ts'
import { Award } from './award.tsx'
import { awardFoot } from './award-foot.ts'
import { awardPages } from './award-pages.ts'

export const award: BoardDrawing<'award'> = {
  draw: ({ view, page, pages, now }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view) && view.chosen === null}
      answer={(format) => awardAnswer(view, format)}
      foot={<FootNote text={(say) => awardFoot(view, say)} />}
    >
      <Award view={view} page={page} pages={pages} now={now} />
    </BoardFrame>
  ),
  pages: ({ rows, chosen }, shape) => (chosen === null ? awardPages(Object.keys(rows).length, shape) : 1),
  // Sentences are read.
  leastPageMs: 10_000,
  // It goes by what people say, and not by numbers that grow old.
  around: { age: false },
}

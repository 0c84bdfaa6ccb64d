import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf } from '../parts/paging.ts'
import { hygieneAnswer } from './answer.ts'
import { Hygiene } from './hygiene.tsx'

export const hygiene: BoardDrawing<'hygiene'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      answer={(format) => hygieneAnswer(view, format)}
      indicator={view.columns.every(({ metric }) => metric.indicator === 'input') ? 'input' : null}
      foot={
        <FootNote
          text={(say) =>
            say({
              id: 'hygiene.question',
              defaultMessage: 'What is left lying? Bring it to zero. New = since last week.',
            })
          }
        />
      }
    >
      <Hygiene view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows, names }, shape) => pagesOf(rows, names ? 3 : shape === 'landscape' ? 4 : 5),
}

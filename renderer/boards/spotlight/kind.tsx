import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf, rowsOnPage } from '../parts/paging.ts'
import { Spotlight } from './spotlight.tsx'

export const spotlight: BoardDrawing<'spotlight'> = {
  draw: ({ view, page, pages, now }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      person={rowsOnPage(view.rows, page, pages).rows[0]?.row.name ?? null}
      foot={
        <FootNote
          text={(say) =>
            say({ id: 'spotlight.question', defaultMessage: 'Whose turn is it, and what are they proud of?' })
          }
        />
      }
    >
      <Spotlight view={view} page={page} pages={pages} now={now} />
    </BoardFrame>
  ),
  pages: ({ rows }) => pagesOf(rows, 1),
  // Whoever has the wall to themselves has it for longer than one page of many.
  leastPageMs: 12_000,
  // A page is a person, and who they are is written large.
  around: { page: false },
}

import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { pagesOf } from '../parts/paging.ts'
import { headToHeadAnswer } from './answer.ts'
import { HeadToHead } from './head-to-head.tsx'

export const headToHead: BoardDrawing<'head-to-head'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      answer={(format) => headToHeadAnswer(view, format)}
      foot={
        <FootNote
          text={(say) =>
            say({
              id: 'head-to-head.question',
              defaultMessage: 'Who pulls harder, in what they do and in what comes of it?',
            })
          }
        />
      }
    >
      <HeadToHead view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows }) => pagesOf(rows, 5),
}

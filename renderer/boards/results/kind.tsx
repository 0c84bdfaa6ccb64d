import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf } from '../parts/paging.ts'
import { everyoneOver } from '../parts/room/everyone-over.ts'
import { totalAnswer } from '../parts/total-answer.ts'
import { Results } from './results.tsx'
import { ResultsFoot } from './results-foot.tsx'

export const results: BoardDrawing<'results'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      answer={(format) => totalAnswer(view.total.current, view.metric, format)}
      whole={view.total.current}
      isEveryoneOver={everyoneOver(Object.values(view.rows).map(({ current }) => current))}
      foot={<ResultsFoot view={view} />}
    >
      <Results view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows }, shape) => pagesOf(rows, shape === 'landscape' ? 6 : 5),
}

import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { pagesOf } from '../parts/paging.ts'
import { funnelAnswer } from './answer.ts'
import { Funnel, hasNoDeals } from './funnel.tsx'
import { FunnelFoot } from './funnel-foot.tsx'

export const funnel: BoardDrawing<'funnel'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoDeals(view)}
      answer={(format) => funnelAnswer(view, format)}
      foot={<FunnelFoot view={view} />}
    >
      <Funnel view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows }, shape) => pagesOf(rows, shape === 'landscape' ? 6 : 5),
}

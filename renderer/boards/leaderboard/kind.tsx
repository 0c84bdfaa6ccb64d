import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { LatestDeal } from '../parts/latest-deal.tsx'
import { pagesOf } from '../parts/paging.ts'
import { leaderboardAnswer } from './answer.ts'
import { LastBest } from './last-best.tsx'
import { Leaderboard } from './leaderboard.tsx'

export const leaderboard: BoardDrawing<'leaderboard'> = {
  draw: ({ view, page, pages, now }) => (
    <BoardFrame
      view={view}
      answer={(format) => leaderboardAnswer(view, format)}
      foot={
        view.last ? (
          <LastBest last={view.last} metric={view.metric} />
        ) : view.latest ? (
          <LatestDeal latest={view.latest} now={now} />
        ) : (
          <FootNote text={view.metric.objective} />
        )
      }
    >
      <Leaderboard view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows, pair }, shape) => {
    const most = shape === 'portrait' && pair === null ? 14 : 8
    return Math.max(pagesOf(rows, most), pagesOf(pair?.rows ?? {}, most))
  },
}

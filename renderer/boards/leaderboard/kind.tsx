import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { pagesOf } from '../parts/paging.ts'
import { leaderboardAnswer } from './answer.ts'
import { Leaderboard } from './leaderboard.tsx'
import { LeaderboardFoot } from './leaderboard-foot.tsx'

export const leaderboard: BoardDrawing<'leaderboard'> = {
  draw: ({ view, page, pages, now }) => (
    <BoardFrame
      view={view}
      answer={(format) => leaderboardAnswer(view, format)}
      foot={<LeaderboardFoot view={view} now={now} />}
    >
      <Leaderboard view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows, pair }, shape) => {
    const most = shape === 'portrait' && pair === null ? 14 : 8
    return Math.max(pagesOf(rows, most), pagesOf(pair?.rows ?? {}, most))
  },
}

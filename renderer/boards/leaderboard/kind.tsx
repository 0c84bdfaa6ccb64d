import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf } from '../parts/paging.ts'
import { everyoneOver } from '../parts/room/everyone-over.ts'
import { leaderboardAnswer } from './answer.ts'
import { Leaderboard } from './leaderboard.tsx'
import { LeaderboardFoot } from './leaderboard-foot.tsx'

export const leaderboard: BoardDrawing<'leaderboard'> = {
  draw: ({ view, page, pages, now }) => (
    <BoardFrame
      view={view}
      isEmpty={hasNoRows(view)}
      answer={(format, locale) => leaderboardAnswer(view, format, locale)}
      whole={view.team}
      isEveryoneOver={view.by === undefined && everyoneOver(Object.values(view.rows))}
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

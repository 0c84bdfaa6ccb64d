// One board, whichever kind it is, in its frame.
import type { BoardView } from '../../../shared/wire/view.ts'
import { BoardFrame } from '../boards/board-frame.tsx'
import { LatestDeal } from '../boards/latest-deal.tsx'
import { Leaderboard } from '../boards/leaderboard/leaderboard.tsx'
import { OverTheLine } from '../boards/over-the-line/over-the-line.tsx'
import { paceAt } from '../boards/team-progress/pace-at.ts'
import { TeamProgress } from '../boards/team-progress/team-progress.tsx'

interface SceneProps {
  readonly view: BoardView
  readonly page: number
  readonly pages: number
  readonly now: number
}

export const Scene = ({ view, page, pages, now }: SceneProps) => {
  switch (view.kind) {
    case 'leaderboard':
      return (
        <BoardFrame
          view={view}
          foot={
            view.latest ? (
              <LatestDeal latest={view.latest} now={now} />
            ) : (
              <span className="line">{view.metric.objective}</span>
            )
          }
        >
          <Leaderboard view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'team-progress':
      return (
        <BoardFrame
          view={view}
          foot={
            <span className="line">
              {Object.values(view.rows).some((row) => paceAt(row) !== null)
                ? 'White tick = where each team should be today'
                : view.metric.objective}
            </span>
          }
        >
          <TeamProgress view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'over-the-line':
      return (
        <BoardFrame view={view} foot={<span className="line">{view.metric.objective}</span>}>
          <OverTheLine view={view} page={page} pages={pages} />
        </BoardFrame>
      )
  }
}

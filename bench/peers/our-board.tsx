// Our leaderboard with everybody on one page.
import '../../renderer/wall/stop-animation-events.ts'
import { Leaderboard } from '../../renderer/boards/leaderboard/leaderboard.tsx'
import type { BoardProps } from './board-props.ts'

export const OurBoard = ({ view }: BoardProps) => (
  <div className="ours">
    <Leaderboard view={view} page={0} pages={1} />
  </div>
)

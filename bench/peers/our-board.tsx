// Our leaderboard with everybody on one page.
import '../../renderer/ui/unheard-motion.ts'
import { Leaderboard } from '../../renderer/tv/boards/leaderboard/leaderboard.tsx'
import type { BoardProps } from './main.tsx'

export const OurBoard = ({ view }: BoardProps) => (
  <div className="ours">
    <Leaderboard view={view} page={0} pages={1} />
  </div>
)

import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { TeamGoal } from './team-goal.tsx'

export const teamGoal: BoardDrawing<'team-goal'> = {
  draw: ({ view }) => (
    <BoardFrame view={view} foot={<FootNote text={view.metric.objective} />}>
      <TeamGoal view={view} />
    </BoardFrame>
  ),
  pages: () => 1,
}

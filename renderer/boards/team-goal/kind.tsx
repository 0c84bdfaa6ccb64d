import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { gatheredPages } from './gathered.tsx'
import { TeamGoal } from './team-goal.tsx'

export const teamGoal: BoardDrawing<'team-goal'> = {
  draw: ({ view, page }) => (
    <BoardFrame view={view} foot={<FootNote text={view.metric.objective} />}>
      <TeamGoal view={view} page={page} />
    </BoardFrame>
  ),
  pages: (view) => 1 + gatheredPages(view),
}

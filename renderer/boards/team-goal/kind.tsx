import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { teamGoalAnswer } from './answer.ts'
import { gatheredPages } from './gathered.tsx'
import { barEnd } from './milestones.ts'
import { TeamGoal } from './team-goal.tsx'

export const teamGoal: BoardDrawing<'team-goal'> = {
  draw: ({ view, page }) => (
    <BoardFrame
      view={view}
      isEmpty={barEnd(view) === 0}
      answer={(format, locale) => teamGoalAnswer(view, format, locale)}
      whole={view}
      foot={<FootNote text={view.metric.objective} />}
    >
      <TeamGoal view={view} page={page} />
    </BoardFrame>
  ),
  pages: (view) => 1 + gatheredPages(view),
}

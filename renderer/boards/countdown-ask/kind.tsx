import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { CountdownAsk } from './countdown-ask.tsx'

export const countdownAsk: BoardDrawing<'countdown-ask'> = {
  draw: ({ view }) => (
    <BoardFrame view={view} whole={view} foot={<FootNote text={view.metric.objective} />}>
      <CountdownAsk view={view} />
    </BoardFrame>
  ),
  pages: () => 1,
}

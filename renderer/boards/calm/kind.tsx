import type { BoardDrawing } from '../board-drawing.ts'
import { Calm } from './calm.tsx'

export const calm: BoardDrawing<'calm'> = {
  draw: ({ view, now }) => <Calm view={view} now={now} />,
  pages: () => 1,
  around: { clock: false, page: false, age: false, progress: false },
}

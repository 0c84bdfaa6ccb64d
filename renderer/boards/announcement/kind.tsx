import type { BoardDrawing } from '../board-drawing.ts'
import { Announcement } from './announcement.tsx'

export const announcement: BoardDrawing<'announcement'> = {
  draw: ({ view }) => <Announcement view={view} />,
  pages: () => 1,
  around: { age: false },
}

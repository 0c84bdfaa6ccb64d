import type { BoardDrawing } from '../board-drawing.ts'
import { pagesOf } from '../parts/paging.ts'
import { FromTheTop } from './from-the-top.tsx'

export const fromTheTop: BoardDrawing<'from-the-top'> = {
  draw: ({ view, page, pages }) => <FromTheTop view={view} page={page} pages={pages} />,
  pages: ({ rows }) => pagesOf(rows, 1),
  // A sentence is read, and then read out.
  leastPageMs: 10_000,
  // A page is a leader, whose words fill it. When it was written is said beside the title.
  around: { page: false, age: false },
}

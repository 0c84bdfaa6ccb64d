import type { Shape } from '../parts/paging.ts'

const most: Readonly<Record<Shape, number>> = { landscape: 6, portrait: 5 }

/** Pages for so many who stand for it, 1 at least. */
export const awardPages = (standing: number, shape: Shape): number =>
  Math.max(1, Math.ceil(standing / most[shape]))

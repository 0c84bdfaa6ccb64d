// The latest stands on every page, and those before it turn beside it.
import type { Shape } from '../parts/paging.ts'

const most: Readonly<Record<Shape, number>> = { landscape: 6, portrait: 4 }

/** Pages for so many ends, 1 at least. */
export const hallPages = (ends: number, shape: Shape): number =>
  Math.max(1, Math.ceil((ends - 1) / most[shape]))

/** Those before the latest that are on a page; pages are filled alike. */
export const earlierOn = <End>(ends: readonly End[], page: number, pages: number): readonly End[] => {
  const earlier = ends.slice(1)
  const each = Math.ceil(earlier.length / pages)
  return earlier.slice(page * each, (page + 1) * each)
}

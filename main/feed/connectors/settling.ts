// Where a look for changes begins, in a list that is ordered by when things changed. Rows become visible late, so that a look goes
// back behind the newest that was seen; but not for ever: what everybody imported in one minute would be read again with every look
// until something else changes. All that is dated up to a mark can be seen once the delay has passed since the mark itself was
// seen, whatever the vendor's clock says, as both clocks run equally fast; and one look that began after that has read it all.
import { z } from 'zod'

/** Rows may become visible so much later than they say. */
export const overlapMs = 600_000
/** Between the question of a page and the note that it was asked. */
const answerMs = 60_000

export const Settling = z.object({
  /** By the vendor's clock, epoch ms: nothing that is dated so, or before, is still to come. Null: not known yet. */
  upTo: z.number().nullable(),
  /** What is settled next: the newest change that was seen, and when that was, epoch ms by our clock. */
  next: z.object({ mark: z.number(), seenAt: z.number() }).nullable(),
  /** When the look that runs, or the last one, began, epoch ms by our clock. */
  begunAt: z.number(),
})
export type Settling = z.infer<typeof Settling>

export const unsettled: Settling = { upTo: null, next: null, begunAt: 0 }

/** From when on a look has to read, epoch ms by the vendor's clock. `stepMs`: of that clock. */
export const lookFrom = (mark: number, { upTo }: Settling, stepMs: number): number =>
  Math.max(0, mark - overlapMs, upTo === null ? 0 : upTo + stepMs)

export const beginLook = (settling: Settling, now: number): Settling => ({ ...settling, begunAt: now })

/** The look has read its list to the end, and `mark` is the newest change in it. */
export const endLook = (settling: Settling, mark: number, now: number): Settling => {
  const { next, begunAt } = settling
  if (next === null) return { ...settling, next: { mark, seenAt: now } }
  // A clock that was put back proves nothing.
  if (now < next.seenAt) return { ...settling, next: { mark, seenAt: now } }
  if (begunAt < next.seenAt + overlapMs + answerMs) return settling
  return { ...settling, upTo: next.mark, next: { mark, seenAt: now } }
}

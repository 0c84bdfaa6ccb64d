// How long ago something was, in a few words: no more exact than somebody who looks up at a wall needs.

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** From a span in ms: "just now", "12 min ago", "3 h ago", "2 days ago". A negative span, from clocks that differ, is now. */
export const formatAge = (spanMs: number): string => {
  if (spanMs < minute) return 'just now'
  if (spanMs < hour) return `${Math.floor(spanMs / minute)} min ago`
  if (spanMs < 2 * day) return `${Math.floor(spanMs / hour)} h ago`
  return `${Math.floor(spanMs / day)} days ago`
}

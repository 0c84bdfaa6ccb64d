// How long ago something was, in a few words: no more exact than somebody who looks up at a wall needs.

import type { Say } from './say.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** From a span in ms: "just now", "12 min ago", "3 h ago", "2 days ago". A negative span, from clocks that differ, is now. */
export const formatAge = (spanMs: number, say: Say): string => {
  if (spanMs < minute) return say({ id: 'age.now', defaultMessage: 'just now' })
  if (spanMs < hour)
    return say(
      { id: 'age.minutes', defaultMessage: '{minutes} min ago' },
      { minutes: Math.floor(spanMs / minute) },
    )
  if (spanMs < 2 * day)
    return say({ id: 'age.hours', defaultMessage: '{hours} h ago' }, { hours: Math.floor(spanMs / hour) })
  return say({ id: 'age.days', defaultMessage: '{days} days ago' }, { days: Math.floor(spanMs / day) })
}

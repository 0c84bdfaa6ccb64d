// How long it is until an instant, by the feed's clock: drawn again exactly when what is written of it changes.
import { useEffect, useState } from 'react'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { changesInMs } from './time-left.ts'

/** Ms, 0 once it is over. */
export const useLeft = (to: number): number => {
  const { feedNow } = useSurroundings()
  const [now, look] = useState(feedNow)
  useEffect(() => {
    if (to - now <= 0) return
    // Timers may come a little early; one millisecond on the far side is always past the change.
    const waitMs = Math.max(0, now + changesInMs(to - now) - feedNow())
    const timer = setTimeout(() => look(feedNow()), Math.min(60_000, Math.ceil(waitMs) + 1))
    return () => clearTimeout(timer)
  }, [to, now, feedNow])
  return Math.max(0, to - now)
}

// The feed's clock, which says when things happen; a manager's laptop may be wrong by hours.
import { useEffect, useState } from 'react'

let offsetMs = 0

/** `now`: what the feed's clock said in a message that has just come, epoch ms. */
export const noteFeedTime = (now: number): void => {
  offsetMs = now - Date.now()
}

export const feedNow = (): number => Date.now() + offsetMs

/** The feed's time, and again every so many milliseconds. */
export const useFeedNow = (everyMs = 1000): number => {
  const [now, setNow] = useState(feedNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(feedNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

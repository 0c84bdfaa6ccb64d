// Nothing says that a goal is reached before the number beside it is there.
import { useEffect, useRef, useState } from 'react'

/**
 * What a board says of a goal by words and colours: `reached` only once so many ms have passed since it came to be so,
 * all else at once. What comes on with its goal reached says so from the start.
 */
export const useSaid = (reached: boolean, afterMs: number): boolean => {
  const [said, setSaid] = useState(reached)
  useEffect(() => {
    if (reached === said) return
    if (!reached || afterMs <= 0) return setSaid(reached)
    const timer = setTimeout(() => setSaid(true), afterMs)
    return () => clearTimeout(timer)
  }, [reached, said, afterMs])
  return reached && said
}

/** What a figure beside the counting one says: what it said last, while it waits for that one. */
export const useLastSaid = <T>(figure: T, waits: boolean): T => {
  const last = useRef(figure)
  useEffect(() => {
    if (!waits) last.current = figure
  })
  return waits ? last.current : figure
}

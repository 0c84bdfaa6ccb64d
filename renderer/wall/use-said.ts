// Nothing says that a goal is reached before the number beside it is there.
import { useEffect, useState } from 'react'

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

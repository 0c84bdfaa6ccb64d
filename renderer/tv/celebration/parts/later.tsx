// A takeover is drawn in turns, a few parts at a time and what is seen first first, so that none of them keeps a slow TV
// from its next frame. All of it is there long before it is due.
import { type ReactNode, useEffect, useState } from 'react'
import { useTiming } from '../takeover/timing.ts'

const betweenMs = 24

interface LaterProps {
  /** How many turns it waits. */
  readonly turns: number
  readonly children: ReactNode
}

export const Later = ({ turns, children }: LaterProps) => {
  const { clock } = useTiming()
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), turns * betweenMs)
    return () => clearTimeout(timer)
  }, [turns])
  // Somebody who looks at a still sees all of it at once.
  return isDue || 'heldAt' in clock ? children : null
}

// A takeover is drawn in turns, a few parts at a time and what is seen first first, so that none of them keeps a slow TV
// from its next frame. Each turn waits for the frame with the one before it: two at once would be one long one. It is taken
// away in the same way, once nothing of it is to be seen any more.
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { elapsedOn, useTiming } from '../takeover/timing.ts'

const lastTurn = 13
/** A browser that draws no frame at the moment is not waited for. */
const patienceMs = 60
/** So long after it begins to leave nothing is to be seen. */
const goneMs = 800

const Turn = createContext(lastTurn)

/** Once the browser has drawn what there is, or has at least laid it out: all of it in one frame would be a long one. */
const afterFrame = (element: HTMLElement | null, work: () => void): (() => void) => {
  let timer = setTimeout(() => {
    element?.getBoundingClientRect()
    timer = setTimeout(work)
  }, patienceMs)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(work)
  })
  return () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }
}

export const Turns = ({ children }: { readonly children: ReactNode }) => {
  const { clock, beats } = useTiming()
  // Somebody who looks at a still sees all of it at once.
  const isHeld = 'heldAt' in clock
  const [turn, setTurn] = useState(0)
  const [isGone, setGone] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isHeld) return
    setGone(false)
    const timer = setTimeout(() => setGone(true), beats.leave + goneMs - elapsedOn(clock))
    return () => clearTimeout(timer)
  }, [isHeld, clock, beats.leave])
  useEffect(() => {
    const goal = isGone ? 0 : lastTurn
    if (turn === goal || isHeld) return
    return afterFrame(area.current, () => setTurn(turn + Math.sign(goal - turn)))
  }, [turn, isGone, isHeld])
  return (
    <div className="takeover-area" ref={area}>
      <Turn value={isHeld ? lastTurn : turn}>{children}</Turn>
    </div>
  )
}

interface LaterProps {
  /** Which turn brings it, 1 to 13. */
  readonly turn: number
  readonly children: ReactNode
}

export const Later = ({ turn, children }: LaterProps) => (useContext(Turn) >= turn ? children : null)

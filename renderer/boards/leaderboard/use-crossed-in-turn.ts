// Who passes a goal has the board for a moment, one after the other.
import { useEffect, useMemo, useState } from 'react'
import { turnMs } from '../../wall/use-later.ts'

/** As long as the style sheet's animations of the band, and a little for the rows to close again. */
const bandMs = 2500
/** More than these at once were told of in other ways. */
const mostInTurn = 3

interface Crossed {
  readonly id: string
  /** Until the bar passes the goal, ms. */
  readonly afterMs: number
}

interface CrossedInTurn {
  /** Whose moment it is. */
  readonly now: string | undefined
  /** The others make room: after the band's words and figures, so that a slow TV is not held up by both in one frame. */
  readonly hasRoom: boolean
  readonly add: (id: string, afterMs: number) => void
}

export const useCrossedInTurn = (): CrossedInTurn => {
  const [waiting, setWaiting] = useState<readonly Crossed[]>([])
  const [now, setNow] = useState<string>()
  const [hasRoom, setHasRoom] = useState(false)
  const first = waiting[0]
  useEffect(() => {
    if (first === undefined) return
    const begins = setTimeout(() => setNow(first.id), first.afterMs)
    const opens = setTimeout(() => setHasRoom(true), first.afterMs + 3 * turnMs)
    const ends = setTimeout(() => {
      setNow(undefined)
      setHasRoom(false)
      setWaiting((all) => all.slice(1).map(({ id }) => ({ id, afterMs: 0 })))
    }, first.afterMs + bandMs)
    return () => {
      clearTimeout(begins)
      clearTimeout(opens)
      clearTimeout(ends)
    }
  }, [first])
  const add = useMemo(
    () => (id: string, afterMs: number) =>
      setWaiting((all) => (all.length < mostInTurn ? [...all, { id, afterMs }] : all)),
    [],
  )
  return { now, hasRoom, add }
}

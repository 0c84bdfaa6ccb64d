// The light of a board: for a while when a whole team has passed its goal, and for as long as everybody is over theirs.
import { createContext, memo, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { FallingPaper } from './falling-paper.tsx'
import './room.css'

/** How long a team that passed its goal has the room, ms: about a scene. As long as the style sheet's animation. */
export const turnedMs = 20_000
/** Until the last one's bar has passed its goal, ms. */
const lastOneMs = 600
/** Until the paper lies, ms. */
const paperMs = 3200

interface Room {
  /** The team has passed its goal; seen after so many ms. */
  readonly turn: (afterMs: number) => void
  readonly turnedAfterMs: () => number | null
  readonly subscribe: (listener: () => void) => () => void
}

export const createRoom = (): Room => {
  const listeners = new Set<() => void>()
  let after: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const set = (next: number | null): void => {
    after = next
    for (const listener of listeners) listener()
  }
  return {
    turn: (afterMs) => {
      clearTimeout(timer)
      set(afterMs)
      timer = setTimeout(() => set(null), afterMs + turnedMs)
    },
    turnedAfterMs: () => after,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const RoomContext = createContext<Room>(createRoom())
export const RoomProvider = RoomContext.Provider
export const useRoom = (): Room => useContext(RoomContext)

/** Whether it came to be so while it was looked at, for as long as paper falls. */
const useJust = (on: boolean): boolean => {
  const [was, setWas] = useState(on)
  const [just, setJust] = useState(false)
  if (was !== on) {
    setWas(on)
    setJust(on)
  }
  useEffect(() => {
    if (!just) return
    const timer = setTimeout(() => setJust(false), paperMs)
    return () => clearTimeout(timer)
  }, [just])
  return just
}

interface RoomLightProps {
  /** Everybody who has a goal here is over it. */
  readonly everyone: boolean
}

export const RoomLight = memo(({ everyone }: RoomLightProps) => {
  const room = useRoom()
  const { calm } = useSurroundings()
  const turnedAfterMs = useSyncExternalStore(room.subscribe, room.turnedAfterMs)
  const justEveryone = useJust(everyone)
  const justTurned = useJust(turnedAfterMs !== null)
  if (!everyone && turnedAfterMs === null) return null
  return (
    <div
      className="room"
      aria-hidden="true"
      data-everyone={everyone || undefined}
      style={{ animationDelay: `${turnedAfterMs ?? (justEveryone ? lastOneMs : 0)}ms` }}
    >
      {!calm && (justEveryone || justTurned) && <FallingPaper afterMs={turnedAfterMs ?? lastOneMs} />}
    </div>
  )
})
RoomLight.displayName = 'RoomLight'

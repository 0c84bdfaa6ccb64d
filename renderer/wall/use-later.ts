// What comes in a turn after something else: a slow TV would be held up by both in one frame.
import { useEffect, useState } from 'react'

/** False until so many ms have passed since whoever asks came on. */
export const useLater = (afterMs: number): boolean => {
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return isLater
}

/** A turn: on a slow TV the next frame or the one after. */
export const turnMs = 60

/** What it was a turn ago. Only of what is the same object until it changes, as a view is. */
export const useTurnLater = <T>(value: T): T => {
  const [last, setLast] = useState(value)
  useEffect(() => {
    if (last === value) return
    const timer = setTimeout(() => setLast(value), turnMs)
    return () => clearTimeout(timer)
  }, [last, value])
  return last
}

// A page in a frame takes a browser a good part of a second to start: a few at a time, and the first are there soon.
import { useEffect, useState } from 'react'

const mostAtOnce = 3

interface Entry {
  readonly start: () => void
  started: boolean
}

let starting = 0
const waiting: Entry[] = []

const startNext = (): void => {
  while (starting < mostAtOnce) {
    const next = waiting.shift()
    if (!next) return
    starting += 1
    next.started = true
    next.start()
  }
}

const giveUp = (entry: Entry): void => {
  if (entry.started) starting -= 1
  else waiting.splice(waiting.indexOf(entry), 1)
  startNext()
}

/**
 * Whether it is one's turn: from when the others have let one until it is no longer wanted. `done` lets the next one start.
 * `goesFirst`: before those that wait already.
 */
export const useTurn = (wanted: boolean, done: boolean, goesFirst = false): boolean => {
  const [started, setStarted] = useState(false)
  useEffect(() => {
    if (!wanted) setStarted(false)
    if (!wanted || done) return undefined
    const entry: Entry = { start: () => setStarted(true), started: false }
    if (goesFirst) waiting.unshift(entry)
    else waiting.push(entry)
    startNext()
    return () => giveUp(entry)
  }, [wanted, done, goesFirst])
  return started && wanted
}

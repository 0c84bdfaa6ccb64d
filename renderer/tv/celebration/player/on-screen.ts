// Which celebration is on: worked out from what the feed has said and its clock, so that it does not matter when and in
// which order a TV learns of it.
import type { CelebrateMessage } from '../../../../shared/wire/celebrations/view.ts'

export interface Told {
  readonly message: CelebrateMessage
  /** Taken back: it ends, or never begins. */
  readonly isRetracted: boolean
}

export type Known = ReadonlyMap<string, Told>

/** It is drawn so long before its start, unseen, so that the first frame of it costs nothing. */
export const readyMs = 1500

const isOver = ({ message: { startsAt, ms } }: Told, now: number): boolean => now >= startsAt + ms

/** What is over is forgotten. */
const current = (known: Known, now: number): Known =>
  new Map([...known].filter(([, told]) => !isOver(told, now)))

/**
 * The same id again changes what is shown. Once begun it does not begin anew: it keeps its start, and lasts as long as the
 * newer message says.
 */
export const withMessage = (known: Known, message: CelebrateMessage, now: number): Known => {
  const before = known.get(message.id)
  if (before?.isRetracted) return known
  const hasBegun = before !== undefined && before.message.startsAt <= now
  const startsAt = hasBegun ? before.message.startsAt : message.startsAt
  return new Map(current(known, now)).set(message.id, {
    message: { ...message, startsAt },
    isRetracted: false,
  })
}

export const withRetracted = (known: Known, id: string): Known => {
  const before = known.get(id)
  return before === undefined ? known : new Map(known).set(id, { ...before, isRetracted: true })
}

interface OnScreen {
  readonly told: Told | null
  /** When that changes next, epoch ms, feed clock; infinite where nothing waits. */
  readonly until: number
}

/** Of several whose time it is, the one that began last. The next is drawn a little ahead where nothing else is on. */
export const onScreen = (known: Known, now: number): OnScreen => {
  const live = [...known.values()].filter((told) => !isOver(told, now) && !told.isRetracted)
  const [begun] = live
    .filter(({ message }) => message.startsAt <= now)
    .sort((a, b) => b.message.startsAt - a.message.startsAt)
  const [next] = live
    .filter(({ message }) => message.startsAt > now)
    .sort((a, b) => a.message.startsAt - b.message.startsAt)
  const nextAt = next === undefined ? Number.POSITIVE_INFINITY : next.message.startsAt
  if (begun !== undefined)
    return { told: begun, until: Math.min(begun.message.startsAt + begun.message.ms, nextAt) }
  if (next !== undefined && nextAt - now <= readyMs) return { told: next, until: nextAt }
  return { told: null, until: nextAt - readyMs }
}

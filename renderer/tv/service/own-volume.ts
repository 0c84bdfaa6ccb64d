// How loud this TV is: as its screen is set, until somebody turns it up or down at the service menu. Whoever sets the
// screen anew in the console is heard again.
import { z } from 'zod'
import type { Shelf } from '../../live/page-shelf.ts'

const key = 'floorboard:volume'
const step = 0.1

const Kept = z.object({ screen: z.number(), own: z.number().min(0).max(1) })

export interface OwnVolume {
  /** From 0 to 1. */
  now(): number
  louder(): void
  quieter(): void
}

const keptIn = (text: string | null): z.infer<typeof Kept> | null => {
  try {
    return text === null ? null : (Kept.safeParse(JSON.parse(text)).data ?? null)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** @param screenVolume as the feed says, from 0 to 1 */
export const createOwnVolume = (
  storage: Pick<Shelf, 'getItem' | 'setItem'>,
  screenVolume: () => number,
): OwnVolume => {
  let kept = keptIn(storage.getItem(key))
  const now = (): number => {
    const screen = screenVolume()
    return kept?.screen === screen ? kept.own : screen
  }
  const move = (by: number): void => {
    // In whole steps: 0.35 becomes 0.4 or 0.3, and silence is reached.
    const steps = by > 0 ? Math.floor(now() / step + 1e-9) + 1 : Math.ceil(now() / step - 1e-9) - 1
    const own = Math.min(1, Math.max(0, Math.round(steps) * step))
    kept = { screen: screenVolume(), own: Math.round(own * 10) / 10 }
    storage.setItem(key, JSON.stringify(kept))
  }
  return { now, louder: () => move(step), quieter: () => move(-step) }
}

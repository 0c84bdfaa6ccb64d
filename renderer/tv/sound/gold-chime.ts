// What is heard when somebody passes a goal: the smallest of the celebrations' sounds, far below their level.
import type { StageMessage } from '../../../shared/wire/socket.ts'
import { zonedFormat } from '../../ui/zoned-format.ts'

interface GoldChimeOptions {
  readonly running: () => number
  /** Feed clock, epoch ms. */
  readonly feedNow: () => number
  readonly stage: () => Pick<StageMessage, 'screen' | 'floor'> | null
  /** The wall has something louder on, or sleeps. */
  readonly isBusy: () => boolean
  readonly play: (afterMs: number) => void
}

/** Goals that are passed together are one sound. */
const apartMs = 2500

/** Whether it is within the floor's quiet hours by the screen's clock; they may run past midnight. */
export const isQuietAt = (
  { screen, floor }: Pick<StageMessage, 'screen' | 'floor'>,
  now: number,
): boolean => {
  if (floor.quietHours === undefined) return false
  const { from, to } = floor.quietHours
  const time = zonedFormat(now, 'en-GB', screen.timeZone, { hour: '2-digit', minute: '2-digit' })
  return from < to ? time >= from && time < to : time >= from || time < to
}

export const createGoldChime = ({ running, feedNow, stage, isBusy, play }: GoldChimeOptions) => {
  let lastAt = Number.NEGATIVE_INFINITY
  return (afterMs: number): void => {
    const on = stage()
    if (on === null || on.screen.calm || isBusy() || isQuietAt(on, feedNow())) return
    const at = running() + afterMs
    if (at - lastAt < apartMs) return
    lastAt = at
    play(afterMs)
  }
}

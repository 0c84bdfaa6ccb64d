// Takes what TVs report to have shown, within what a TV can have shown, and forgets it after ninety days.
import { dayMs, formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import { createZone, type Zone } from '../../../../shared/domain/time/zone.ts'
import type { PlaysMessage } from '../../../../shared/wire/play.ts'
import type { Clock } from '../../clock.ts'
import type { LiveFloor } from '../../fold/live-floor.ts'
import { type ScreenStore, ScreenStoreUnavailable, type ShownDay } from '../../store/screen-store.ts'
import { piecesOf } from './play-pieces.ts'

export interface PlayBook {
  /** Whether it is kept; where the disk takes nothing the TV sends it again. */
  take(screen: string, message: PlaysMessage): boolean
  /** Days as `YYYY-MM-DD`, both included; null: the first or the last that is kept. */
  shown(query: {
    readonly screen: string | null
    readonly from: string | null
    readonly to: string | null
  }): readonly ShownDay[]
  close(): void
}

interface PlayBookParts {
  readonly store: ScreenStore
  readonly floor: Pick<LiveFloor, 'current'>
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

const keptDays = 90
/** A TV that was cut off for longer keeps no more than that. */
const oldestMs = 8 * dayMs
/** How far a TV's clock may be ahead of this one. */
const aheadMs = 60_000
const forgetEveryMs = 3_600_000

export const createPlayBook = ({ store, floor, clock, onError }: PlayBookParts): PlayBook => {
  const zone = (): Zone => createZone(floor.current().file.floor.timeZone)
  const firstDay = (): string => formatDay(zone().dayAt(clock.now()) - keptDays)

  const forget = (): void => {
    try {
      store.forgetBefore(firstDay(), clock.now() - keptDays * dayMs)
    } catch (error) {
      if (!(error instanceof ScreenStoreUnavailable)) throw error
      onError('what screens showed long ago cannot be forgotten now', error)
    }
  }
  forget()
  const forgetting = setInterval(forget, forgetEveryMs)
  forgetting.unref()

  return {
    take: (screen, { tv, plays }) => {
      const now = clock.now()
      const boards = new Set(floor.current().file.boards.map(({ id }) => id))
      const possible = plays.filter(
        ({ board, startedAt, ms }) =>
          boards.has(board) && startedAt >= now - oldestMs && startedAt + ms <= now + aheadMs,
      )
      const pieces = possible.flatMap((play) => piecesOf(play, { tv, screen }, zone()))
      try {
        if (pieces.length > 0) store.addShown(pieces, now)
        return true
      } catch (error) {
        if (!(error instanceof ScreenStoreUnavailable)) throw error
        onError('what screens show cannot be kept; they send it again', error)
        return false
      }
    },
    shown: ({ screen, from, to }) =>
      store.shown({ screen, from: from ?? firstDay(), to: to ?? '2199-12-31' }),
    close: () => clearInterval(forgetting),
  }
}

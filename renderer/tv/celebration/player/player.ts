// Turns what the feed says of celebrations into what is on the screen, heard and reported. All of it by the feed's clock.
import type { CelebratedMessage, CelebrateMessage } from '../../../../shared/wire/celebrations/view.ts'
import { createAlarm } from '../../stage/alarm.ts'
import type { Playing } from '../sound/sound-player.ts'
import type { Clock } from '../takeover/timing.ts'
import { type Known, onScreen, withMessage, withRetracted } from './on-screen.ts'
import type { ShownIds } from './shown-ids.ts'

export interface Showing {
  readonly message: CelebrateMessage
  readonly clock: Clock
}

export interface Player {
  celebrate(message: CelebrateMessage): void
  retract(id: string): void
  /** The screen went to sleep or woke. */
  look(): void
}

interface PlayerOptions {
  /** Epoch ms. */
  readonly feedNow: () => number
  readonly running: () => number
  readonly wallClock: () => number
  readonly shown: ShownIds
  readonly isAsleep: () => boolean
  /** A page that nobody sees draws no frame. */
  readonly onFrame: (work: () => void) => void
  /** Null where nothing is to be heard. */
  readonly play: (message: CelebrateMessage) => Playing | null
  /** Null ends what is on; `isRetracted`: before its time. */
  readonly show: (showing: Showing | null, isRetracted: boolean) => void
  readonly report: (message: CelebratedMessage) => void
}

/** What is on, and what is known of its showing. */
interface Run {
  readonly id: string
  readonly clock: Clock
  message: CelebrateMessage
  playing: Playing | null
  /** When its first frame was drawn, epoch ms, feed clock. */
  drawnAt: number | null
}

export const createPlayer = (options: PlayerOptions): Player => {
  const { feedNow, running, shown, isAsleep, onFrame, play, show, report } = options
  let known: Known = new Map()
  let run: Run | null = null

  const end = (before: Run): void => {
    run = null
    const now = Math.min(feedNow(), before.message.startsAt + before.message.ms)
    before.playing?.stop()
    show(null, known.get(before.id)?.isRetracted ?? false)
    const { drawnAt, message } = before
    if (drawnAt === null || now <= drawnAt) return
    void (before.playing?.state ?? Promise.resolve('none' as const)).then((sound) =>
      report({
        id: message.id,
        shownMs: Math.round(now - drawnAt),
        lateMs: Math.max(0, Math.round(drawnAt - message.startsAt)),
        sound: message.sound === null ? 'none' : sound,
      }),
    )
  }

  /** The first frame at or after its start. */
  const noteFrame = (begun: Run): void => {
    shown.add(begun.id, begun.message.startsAt)
    onFrame(() => {
      if (run === begun && begun.drawnAt === null) begun.drawnAt = feedNow()
    })
  }

  const begin = (message: CelebrateMessage): Run => {
    const clock = { startedAt: running() + message.startsAt - feedNow() }
    return { id: message.id, clock, message, playing: play(message), drawnAt: null }
  }

  const look = (): void => {
    const now = feedNow()
    const { told, until } = onScreen(known, now)
    const wanted = isAsleep() ? null : told
    if (run !== null && run.id !== wanted?.message.id) end(run)
    if (wanted !== null) {
      const isNew = run === null
      const on = run ?? begin(wanted.message)
      run = on
      if (isNew || on.message !== wanted.message) {
        on.message = wanted.message
        show({ message: on.message, clock: on.clock }, false)
      }
      if (on.drawnAt === null && now >= on.message.startsAt) noteFrame(on)
    }
    if (Number.isFinite(until)) alarm.setFor(until)
  }
  const alarm = createAlarm({
    now: feedNow,
    wallClock: options.wallClock,
    onTime: look,
    onWake: () => undefined,
  })

  return {
    celebrate: (message) => {
      const startedBefore = shown.startOf(message.id)
      // Shown under another start: it was played before, and a feed that starts again must not repeat it here.
      const isRepeat = startedBefore !== null && !known.has(message.id) && startedBefore !== message.startsAt
      if (isRepeat || message.startsAt + message.ms <= feedNow()) return
      known = withMessage(known, message, feedNow())
      look()
    },
    retract: (id) => {
      known = withRetracted(known, id)
      look()
    },
    look,
  }
}

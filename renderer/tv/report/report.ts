// What this TV says of itself: at once when its scene changes, and what it has shown every minute.
import type { PlaysMessage } from '../../../shared/wire/play.ts'
import type { Store } from '../../live/store.ts'
import type { Orders } from '../commands/orders.ts'
import type { Director } from '../stage/director.ts'
import type { FrameRate } from './frame-rate.ts'
import type { PlayRecorder } from './play-recorder.ts'

interface ReportOptions {
  readonly director: Director
  readonly orders: Store<Orders>
  readonly frames: FrameRate
  readonly plays: PlayRecorder
  readonly feedNow: () => number
  /** Whether the page is seen, and shows its wall. */
  readonly isSeen: () => boolean
  readonly sayHealth: () => void
  /** Resolves to whether the feed has kept it. */
  readonly sendPlays: (message: PlaysMessage) => Promise<boolean>
}

const sendEveryMs = 60_000
const sendFirstMs = 5000
/** Of one round of sending: whatever gathered while the feed was away. */
const mostRounds = 12
const betweenRoundsMs = 300

export const startReport = (options: ReportOptions): void => {
  const { director, orders, frames, plays, feedNow, isSeen, sayHealth, sendPlays } = options
  let said: string | null | undefined

  const look = (): void => {
    const board = director.look.get().scene?.board ?? null
    plays.show(isSeen() && !orders.get().isAsleep ? board : null, feedNow())
    if (board === said) return
    said = board
    frames.look()
    sayHealth()
  }
  director.look.subscribe(look)
  orders.subscribe(() => {
    look()
    sayHealth()
  })
  document.addEventListener('visibilitychange', look)
  window.addEventListener('pagehide', () => plays.show(null, feedNow()))
  look()

  let isSending = false
  const send = async (): Promise<void> => {
    if (isSending) return
    isSending = true
    for (let round = 0; round < mostRounds; round += 1) {
      const message = plays.next()
      if (message === null || !(await sendPlays(message))) break
      plays.acknowledge(message)
      await new Promise((resolve) => setTimeout(resolve, betweenRoundsMs))
    }
    isSending = false
  }
  setInterval(() => void send(), sendEveryMs)
  // What was left from before a reload.
  setTimeout(() => void send(), sendFirstMs)
}

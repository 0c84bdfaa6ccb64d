// Celebrations of one TV, put together: what the feed says of them, what is drawn and heard, and what is told of it.
import { AnimatePresence, domAnimation, LazyMotion, m, type Variants } from 'framer-motion'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import {
  type CelebratedMessage,
  CelebrateMessage,
  MediaAheadMessage,
  RetractMessage,
} from '../../../shared/wire/celebrations/view.ts'
import type { CelebrationEvent } from '../../live/feed-socket.ts'
import type { Store } from '../../live/store.ts'
import type { Orders } from '../commands/orders.ts'
import type { Loudspeaker } from '../sound/loudspeaker.ts'
import { ConfettiAirProvider, createConfettiAir, openConfettiWorker } from './parts/confetti-air.ts'
import { createPlayer, type Showing } from './player/player.ts'
import { createReports } from './player/reports.ts'
import { createShownIds } from './player/shown-ids.ts'
import { rehearsals } from './rehearsal.ts'
import { createMedia } from './sound/media.ts'
import { createSoundPlayer } from './sound/sound-player.ts'
import { MediaProvider } from './takeover/media-place.ts'
import { Takeover } from './takeover/takeover.tsx'

export interface CelebrationsOptions {
  readonly over: Store<ReactNode>
  /** Feed clock, epoch ms. */
  readonly feedNow: () => number
  readonly running: () => number
  readonly wallClock: () => number
  /** Null: it keeps nothing, makes no sound and reports nothing, as a preview. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null
  readonly orders: Store<Pick<Orders, 'isAsleep'>>
  /** 0 to 1, of the screen. */
  readonly volume: () => number
  readonly speaker: Loudspeaker
  readonly mediaUrl: (address: string) => string
  readonly wait: (ms: number, work: () => void) => void
  readonly sendCelebrated: (message: CelebratedMessage) => Promise<boolean>
}

export interface Celebrations {
  take(event: CelebrationEvent, message: unknown): void
  /** The small sound of a goal that is passed on a board, in so many ms. */
  chime(afterMs: number): void
}

const chimeSound = 'own:chime'
const chimeMs = 4500
/** Of the screen's volume: it is heard in passing, where a takeover is listened to. */
const chimeLevel = 0.3

/** Among the page's own timings: from here on a takeover costs what it will always cost. */
const readyMark = 'floorboard:celebrations-ready'
/** Longer than its last turn. */
const rehearsalMs = 700
/** A rehearsal never begins. */
const aheadMs = 3_600_000
/** What is taken back takes so long to leave; at its own end there is nothing to be seen any more. */
const graceSeconds = 0.6
const leaving: Variants = {
  gone: (isRetracted: boolean) => ({
    opacity: 0,
    transition: { duration: isRetracted ? graceSeconds : 0 },
  }),
}

/** One after the other, until something real takes their place. */
const rehearse = (
  { over, running, feedNow, wait }: CelebrationsOptions,
  draw: (showing: Showing | null, isRetracted: boolean) => ReactNode,
): void => {
  const messages = rehearsals(feedNow() + aheadMs)
  const begin = (nth: number, before: ReactNode): void => {
    const message = over.get() === before ? messages[nth] : undefined
    const on = message && (
      <div style={{ visibility: 'hidden' }} aria-hidden="true">
        {draw({ message, clock: { startedAt: running() + aheadMs } }, false)}
      </div>
    )
    over.set((shown) => (shown === before ? (on ?? null) : shown))
    if (on) wait(rehearsalMs, () => begin(nth + 1, on))
    else performance.mark(readyMark)
  }
  begin(0, null)
}

export const startCelebrations = (options: CelebrationsOptions): Celebrations => {
  const { over, feedNow, running, storage, orders, volume, speaker, mediaUrl } = options
  const media = createMedia({ urlOf: mediaUrl, fetch: (url, init) => window.fetch(url, init) })
  const reports = createReports({
    storage,
    send: options.sendCelebrated,
    wait: options.wait,
  })
  const air = createConfettiAir(openConfettiWorker)
  const sounds = createSoundPlayer({ media, volume, speaker })
  const chimes = createSoundPlayer({ media, volume: () => volume() * chimeLevel, speaker })

  const draw = (showing: Showing | null, isRetracted: boolean): ReactNode => (
    <LazyMotion features={domAnimation} strict>
      <MediaProvider value={media}>
        <ConfettiAirProvider value={air}>
          <AnimatePresence presenceAffectsLayout={false} custom={isRetracted}>
            {showing && (
              <m.div key={showing.message.id} className="takeover-place" variants={leaving} exit="gone">
                <Takeover message={showing.message} clock={showing.clock} />
              </m.div>
            )}
          </AnimatePresence>
        </ConfettiAirProvider>
      </MediaProvider>
    </LazyMotion>
  )

  const player = createPlayer({
    feedNow,
    running,
    wallClock: options.wallClock,
    shown: createShownIds(storage),
    isAsleep: () => orders.get().isAsleep,
    onFrame: (work) => requestAnimationFrame(work),
    play: (message) => (storage === null ? null : sounds.play(message, feedNow)),
    show: (showing, isRetracted) => over.set(() => draw(showing, isRetracted)),
    report: (message) => {
      if (storage !== null) reports.add(message)
    },
  })

  orders.subscribe(player.look)
  if (storage !== null) rehearse(options, draw)
  if (volume() > 0) {
    speaker.open()
    media.want([chimeSound])
  }

  const read = <T,>(schema: z.ZodType<T>, message: unknown, use: (read: T) => void): void => {
    const parsed = schema.safeParse(message)
    if (parsed.success) use(parsed.data)
    else console.warn('floorboard: a celebration cannot be read:', parsed.error.message)
  }
  return {
    chime: (afterMs) => {
      if (storage === null) return
      const startsAt = feedNow() + afterMs
      chimes.play({ sound: chimeSound, silent: false, startsAt, ms: chimeMs }, feedNow)
    },
    take: (event, message) => {
      switch (event) {
        case 'celebrate':
          read(CelebrateMessage, message, (celebration) => {
            media.want(mediaOf(celebration))
            player.celebrate(celebration)
          })
          return
        case 'retract':
          read(RetractMessage, message, ({ id }) => player.retract(id))
          return
        case 'media-ahead':
          read(MediaAheadMessage, message, ({ addresses }) => media.ahead(addresses))
      }
    },
  }
}

const mediaOf = ({ sound, view }: CelebrateMessage): readonly string[] => [
  ...(sound === null ? [] : [sound]),
  ...(view.media === null ? [] : [view.media.address]),
]

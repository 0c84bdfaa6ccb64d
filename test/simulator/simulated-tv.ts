// A TV of the simulator: the page's real store, line, clock and last good state, without what draws.
import { createFeedClock, type FeedClock } from '../../renderer/live/feed-clock.ts'
import { connectFeed, type FeedSocket } from '../../renderer/live/feed-socket.ts'
import { keepLastGood, readLastGood, wallFromLastGood } from '../../renderer/live/last-good.ts'
import { createStore, type Store } from '../../renderer/live/store.ts'
import { emptyWall, type Wall } from '../../renderer/live/wall.ts'
import { createPairingDoor, type OpenPairing } from '../../renderer/tv/pairing/pairing-door.ts'
import { type PostAnswer, runPairing } from '../../renderer/tv/pairing/pairing-run.ts'
import { CelebrateMessage } from '../../shared/wire/celebrations/view.ts'
import { nothingGood } from '../../shared/wire/kiosk.ts'
import type { CelebrationBook } from './celebration-book.ts'
import { buildOfFeed } from './simulated-feed.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import type { Machine } from './virtual-time.ts'

/** What a TV keeps over its own restarts. */
export interface Shelf {
  /** Its last good state. */
  json: string | null
  token: string | null
  /** It was never paired, and waits for that. */
  isNew: boolean
}

export interface SimulatedTv {
  readonly machine: Machine
  readonly screen: string
  readonly wall: Store<Wall>
  readonly clock: FeedClock
  readonly socket: FeedSocket
  readonly pairing: Store<OpenPairing | null>
  /** As after a sleep. */
  wake(): void
}

export interface TvParts {
  readonly machine: Machine
  readonly screen: string
  readonly shelf: Shelf
  readonly network: SimulatedNetwork
  readonly book: CelebrationBook
  readonly post: (path: string, body: unknown) => Promise<PostAnswer>
}

/** Runs on its machine. */
export const startTv = ({ machine, screen, shelf, network, book, post }: TvParts): SimulatedTv => {
  const last = shelf.isNew ? null : readLastGood(shelf.json)
  const running = () => performance.now()
  const wall = createStore(last ? wallFromLastGood(last) : emptyWall)
  const clock = createFeedClock({ running, wall: () => Date.now() }, last?.offsetMs ?? 0)
  const reported = new Set<string>()
  const socket = connectFeed({
    url: 'http://floor:4400',
    identity: () => ({ token: shelf.token, screen }),
    waits: shelf.isNew,
    wall,
    clock,
    running,
    open: network.openSocketOf(machine),
    celebration: (event, message) => {
      if (event !== 'celebrate') return
      const { id, ms } = CelebrateMessage.parse(message)
      book.arrive(screen, id)
      if (reported.has(id)) return
      reported.add(id)
      const report = { id, shownMs: ms, lateMs: 0, sound: 'none' as const }
      setTimeout(() => void socket.sendCelebrated(report), ms)
    },
    health: () => ({
      build: buildOfFeed,
      shell: 'browser',
      scene: null,
      width: 1920,
      height: 1080,
      clockOffsetMs: Math.round(clock.offsetFromWallMs()),
      skipped: 0,
    }),
  })
  const kept = {
    load: async () => shelf.json,
    save: (json: string) => {
      shelf.json = json
    },
  }
  keepLastGood({ wall, shelf: kept, heardAt: socket.heardAt, offsetMs: clock.offsetFromWallMs })
  const startRun = () =>
    runPairing({
      tv: () => ({ build: buildOfFeed, shell: 'browser', width: 1920, height: 1080 }),
      running,
      post,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      onPaired: ({ token }) => {
        shelf.token = token
        shelf.isNew = false
        wall.set(() => emptyWall)
        socket.wake()
      },
    })
  const pairing = createPairingDoor({
    wall,
    isNew: shelf.isNew,
    startRun,
    forget: () => kept.save(nothingGood),
  })
  const wake = (): void => {
    if (!shelf.isNew) socket.wake()
  }
  return { machine, screen, wall, clock, socket, pairing, wake }
}

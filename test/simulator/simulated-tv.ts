// A TV of the simulator: the page's real store, line, clock and last good state, without what draws.
import { createFeedClock, type FeedClock } from '../../renderer/live/feed-clock.ts'
import { connectFeed, type FeedSocket } from '../../renderer/live/feed-socket.ts'
import { keepLastGood, readLastGood, wallFromLastGood } from '../../renderer/live/last-good.ts'
import { createStore, type Store } from '../../renderer/live/store.ts'
import { emptyWall, type Wall } from '../../renderer/live/wall.ts'
import { CelebrateMessage } from '../../shared/wire/celebrations/view.ts'
import type { CelebrationBook } from './celebration-book.ts'
import { buildOfFeed } from './simulated-feed.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import type { Machine } from './virtual-time.ts'

/** Where a TV keeps its last good state, over its own restarts. */
export interface Shelf {
  json: string | null
}

export interface SimulatedTv {
  readonly machine: Machine
  readonly screen: string
  readonly wall: Store<Wall>
  readonly clock: FeedClock
  readonly socket: FeedSocket
}

export interface TvParts {
  readonly machine: Machine
  readonly screen: string
  readonly shelf: Shelf
  readonly network: SimulatedNetwork
  readonly book: CelebrationBook
}

/** Runs on its machine. */
export const startTv = ({ machine, screen, shelf, network, book }: TvParts): SimulatedTv => {
  const last = readLastGood(shelf.json)
  const running = () => performance.now()
  const wall = createStore(last ? wallFromLastGood(last) : emptyWall)
  const clock = createFeedClock({ running, wall: () => Date.now() }, last?.offsetMs ?? 0)
  const reported = new Set<string>()
  const socket = connectFeed({
    url: 'http://floor:4400',
    identity: () => ({ token: null, screen }),
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
  return { machine, screen, wall, clock, socket }
}

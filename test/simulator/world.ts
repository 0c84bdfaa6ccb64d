// One world of the simulator: a feed and its disk, the network, the TVs, and what is known of them all.
import { createRandom, type Random } from '../../main/feed/demo/world/random.ts'
import { type CelebrationBook, createCelebrationBook } from './celebration-book.ts'
import { createFeedLife, type FeedLife } from './feed-life.ts'
import { createFloorPool, createKnowingReader, type FloorPool, screenIds } from './floors.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createShownViews, type ShownViews } from './shown-views.ts'
import { createSimulatedDisk, type SimulatedDisk } from './simulated-disk.ts'
import { createSimulatedNetwork, type SimulatedNetwork } from './simulated-network.ts'
import { createKeptTvs } from './simulated-pairing.ts'
import { createPost } from './simulated-post.ts'
import { createTvPlace, type TvPlace } from './tv-place.ts'
import { createVirtualTime, type Machine, type VirtualTime } from './virtual-time.ts'

export interface World {
  readonly random: Random
  readonly time: VirtualTime
  readonly disk: SimulatedDisk
  readonly network: SimulatedNetwork
  readonly ledger: Ledger
  readonly shown: ShownViews
  readonly book: CelebrationBook
  readonly pool: FloorPool
  readonly life: FeedLife
  readonly places: readonly TvPlace[]
  /** Where sources, managers and misfortune are. */
  readonly outside: Machine
  /** What the feed's clock shows, epoch ms. */
  feedNow(): number
  moveFeedClock(ms: number): void
  /** Something is wrong; the first counts. */
  fail(error: unknown): void
  throwIfBroken(): void
}

/** Shortly before midnights, quarter ends and changes of the clocks, for each of the floors' zones; and any afternoon. */
const beginnings = [
  '2026-11-20T15:00:00Z',
  '2026-12-31T23:55:00Z',
  '2026-12-31T14:55:00Z',
  '2027-01-01T04:55:00Z',
  '2026-03-08T06:55:00Z',
  '2026-10-25T00:55:00Z',
  '2026-11-01T05:55:00Z',
  '2028-02-29T04:55:00Z',
] as const

export const createWorld = (seed: number): World => {
  const random = createRandom('world', seed)
  const time = createVirtualTime(random)
  const disk = createSimulatedDisk(random)
  const network = createSimulatedNetwork(time, random)
  const ledger = createLedger()
  const shown = createShownViews()
  const pool = createFloorPool()
  const begun = Date.parse(random.pick(beginnings) ?? beginnings[0])
  let feedClockError = 0
  let broken: unknown = null
  let machines = 0

  const fail = (error: unknown): void => {
    broken ??= error
  }
  const book = createCelebrationBook(ledger, fail)
  const newMachine = (name: string, clockError: () => number): Machine => {
    machines += 1
    const wall = () => begun + time.now() + clockError()
    return { name: `${name} #${machines}`, alive: true, stalledUntil: 0, wall }
  }
  const life = createFeedLife({
    time,
    random,
    disk,
    network,
    ledger,
    shown,
    book,
    kept: createKeptTvs(),
    readFloor: createKnowingReader(),
    firstFloor: pool.any(random),
    newMachine: () => newMachine('feed', () => feedClockError),
    fail,
  })
  const postFrom = (tv: Machine) => createPost({ time, random, network, life, tv })
  const places = screenIds.map((screen) =>
    createTvPlace({ screen, time, random, network, book, postFrom, newMachine, fail }),
  )
  return {
    random,
    time,
    disk,
    network,
    ledger,
    shown,
    book,
    pool,
    life,
    places,
    outside: newMachine('outside', () => 0),
    feedNow: () => Math.round(begun + time.now() + feedClockError),
    moveFeedClock: (ms) => {
      feedClockError += ms
      book.noteClockMove()
    },
    fail,
    throwIfBroken: () => {
      if (broken !== null) throw broken
    },
  }
}

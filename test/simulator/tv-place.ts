// A place for a TV on the simulator's floor: what it kept stays there over its restarts.
import type { Random } from '../../main/feed/demo/world/random.ts'
import type { PostAnswer } from '../../renderer/tv/pairing/pairing-run.ts'
import type { CelebrationBook } from './celebration-book.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import { type Shelf, type SimulatedTv, startTv } from './simulated-tv.ts'
import type { Machine, VirtualTime } from './virtual-time.ts'

export interface TvPlace {
  readonly screen: string
  readonly shelf: Shelf
  machine(): Machine
  /** Null until it is up. */
  tv(): SimulatedTv | null
  /** It loses its power and gets it back. `told`: whether the feed hears of it. */
  restart(told: boolean): void
  /** Another one hangs in its place, and waits to be paired. */
  replace(): void
  /** Somebody sets its clock. */
  moveClock(ms: number): void
}

interface TvPlaceParts {
  readonly screen: string
  readonly time: VirtualTime
  readonly random: Random
  readonly network: SimulatedNetwork
  readonly book: CelebrationBook
  /** What it asks a feed over HTTP. */
  readonly postFrom: (tv: Machine) => (path: string, body: unknown) => Promise<PostAnswer>
  readonly newMachine: (name: string, clockError: () => number) => Machine
  readonly fail: (error: unknown) => void
}

export const createTvPlace = (parts: TvPlaceParts): TvPlace => {
  const { screen, time, random, network, book, postFrom, newMachine, fail } = parts
  const shelf: Shelf = { json: null, token: null, isNew: false }
  let clockError = random.between(-90_000, 90_000)
  let machine: Machine
  let up: SimulatedTv | null = null
  const start = (): void => {
    const born = newMachine(`tv ${screen}`, () => clockError)
    machine = born
    up = null
    time.after(born, random.between(1, 2000), 'starts', () => {
      try {
        up = startTv({ machine: born, screen, shelf, network, book, post: postFrom(born) })
      } catch (error) {
        fail(error)
      }
    })
  }
  const restart = (told: boolean): void => {
    network.breakLinesOf(machine, told)
    machine.alive = false
    start()
  }
  start()
  return {
    screen,
    shelf,
    machine: () => machine,
    tv: () => up,
    restart,
    replace: () => {
      Object.assign(shelf, { json: null, token: null, isNew: true } satisfies Shelf)
      restart(false)
    },
    moveClock: (ms) => {
      clockError += ms
    },
  }
}

// The life of the simulator's feed: it starts, is killed or stopped, and somebody starts it again, puts back a backup where
// its disk is damaged, or takes what is left where the disk lied.
import { BadSetUp } from '../../main/feed/bad-set-up.ts'
import type { Random } from '../../main/feed/demo/world/random.ts'
import { UnreadableFloor } from '../../main/feed/floor-file/floor-reader.ts'
import { FloorRefused } from '../../main/feed/fold/live-floor.ts'
import { LogUnavailable, StaleFloor } from '../../main/feed/store/log.ts'
import { CorruptLog } from '../../main/feed/store/stored-body.ts'
import { type FeedParts, type SimulatedFeed, startFeed } from './simulated-feed.ts'
import { Violation } from './violation.ts'
import type { Machine, VirtualTime } from './virtual-time.ts'

export interface FeedLife {
  /** Null while it is not up. */
  feed(): SimulatedFeed | null
  /** Requests that the feed has not answered; those of a feed that died do not count. */
  unanswered(): number
  /** Runs `ask` on the feed's machine, a moment later; `answered` gets what it resolves to. */
  request<T>(what: string, ask: (feed: SimulatedFeed) => Promise<T>, answered: (answer: T) => void): void
  /** It dies on the spot; with `power`, its disk loses what was not synced. `told`: whether TVs hear of it. */
  kill(power: boolean, told: boolean): void
  /** As on SIGTERM. */
  stop(): void
  /** Holds up everything that the feed does, virtual ms. */
  stall(ms: number): void
}

interface FeedLifeParts extends Omit<FeedParts, 'machine' | 'salvage' | 'mayHaveLost' | 'onError'> {
  readonly time: VirtualTime
  readonly random: Random
  readonly newMachine: () => Machine
  readonly fail: (error: unknown) => void
}

/** What a request may be refused for. */
const isRefusal = (error: unknown): boolean =>
  [LogUnavailable, StaleFloor, FloorRefused, UnreadableFloor].some((kind) => error instanceof kind)

/** Of the operating system: the disk is full or read-only. */
const isOfTheSystem = (error: unknown): boolean => error instanceof Error && 'code' in error

const sentence = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)

export const createFeedLife = (parts: FeedLifeParts): FeedLife => {
  const { time, random, disk, network, fail, newMachine } = parts
  let machine: Machine
  let up: SimulatedFeed | null = null
  let mayHaveLost = false
  let salvage = false
  let unanswered = 0

  const start = (): void => {
    const born = newMachine()
    machine = born
    up = null
    unanswered = 0
    const onError = (what: string, error: unknown): void => {
      if (!born.alive) return
      time.note(`${born.name}: ${what}: ${sentence(error)}`)
      const [, version] = /^the floor of version (\d+) cannot be counted yet/.exec(what) ?? []
      if (version !== undefined) parts.book.noteOverdue(Number(version))
      if (what.startsWith('board') || what.includes('celebration'))
        fail(new Violation(`${what}: ${sentence(error)}`))
    }
    const opened = (feed: SimulatedFeed): void => {
      if (!born.alive) return
      time.note(`${born.name} is up`)
      up = feed
      mayHaveLost = false
      salvage = false
    }
    const refused = (error: unknown): void => {
      if (!born.alive) return
      time.note(`${born.name} cannot start: ${sentence(error)}`)
      born.alive = false
      const wasDamaged = disk.repair()
      salvage = mayHaveLost
      const isDamage = error instanceof BadSetUp || error instanceof CorruptLog
      const isExpected = isDamage
        ? wasDamaged || mayHaveLost
        : error instanceof LogUnavailable || isOfTheSystem(error)
      if (!isExpected) fail(error)
      start()
    }
    time.after(born, random.between(10, 3000), 'starts', () => {
      disk.plugIn()
      startFeed({ ...parts, machine: born, salvage, mayHaveLost, onError }).then(opened, refused)
    })
  }
  const leave = (told: boolean): void => {
    network.breakLinesOf(machine, told)
    machine.alive = false
    start()
  }
  start()

  /** Asked of an entry with a wrong bit, it says so instead of answering. */
  const isOfDamage = (error: unknown): boolean => error instanceof CorruptLog && disk.isDamaged

  return {
    feed: () => up,
    unanswered: () => unanswered,
    request: (what, ask, answered) => {
      const asked = up
      if (asked === null) return
      const { name } = asked.machine
      time.after(asked.machine, random.between(0.1, 20), what, () => {
        unanswered += 1
        const settle = (outcome: string, use: () => void): void => {
          if (!asked.machine.alive) return
          unanswered -= 1
          time.note(`${name} answers ${what}: ${outcome}`)
          try {
            use()
          } catch (error) {
            fail(error)
          }
        }
        ask(asked).then(
          (answer) => settle('taken', () => answered(answer)),
          (error) => settle(sentence(error), () => isRefusal(error) || isOfDamage(error) || fail(error)),
        )
      })
    },
    kill: (power, told) => {
      time.note(`${machine.name} ${power ? 'loses its power' : 'is killed'}`)
      leave(told)
      if (!power) return
      mayHaveLost ||= disk.hasLied
      disk.crash()
    },
    stop: () => {
      const stopping = up
      if (stopping === null) return
      up = null
      time.after(stopping.machine, 0, 'stops', () => {
        stopping.stop().then(() => {
          if (stopping.machine.alive) leave(true)
        }, fail)
      })
    },
    stall: (ms) => {
      machine.stalledUntil = time.now() + ms
    },
  }
}

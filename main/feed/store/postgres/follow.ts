// What a node shows of floors that other nodes own. It goes by the numbers of entries; hints only hasten it, and once a second one
// statement asks where all the floors that it follows end.
import { createDamageRegister } from '../damage.ts'
import { LogUnavailable } from '../log.ts'
import type { Store } from '../store.ts'
import type { DatabaseNode } from './database-node.ts'
import { createFollowedLog, type FollowedLog, type FollowedTail } from './followed-log.ts'
import { createPostgresReader } from './postgres-reader.ts'
import { loadSnapshot } from './postgres-snapshots.ts'
import { endOfFloor, endsOfFloors, literal } from './statements.ts'
import { readStoredEntries } from './stored-entries.ts'
import { troubleWords } from './trouble.ts'

const usualEveryMs = 1000
/** Damaged floors are left out: so many may lie one after another. */
const mostDamagedFloors = 20

export interface FollowedStore extends Store {
  readonly log: FollowedLog
}

export interface Follower {
  /**
   * As the floor stands now: what comes later is announced. Rejects with `LogUnavailable` where the database is out of reach or
   * has no such floor.
   */
  follow(floor: number): Promise<FollowedStore>
  /** Whatever is still followed announces nothing more. */
  close(): Promise<void>
}

interface FollowerParts {
  readonly node: Pick<DatabaseNode, 'database' | 'onHint'>
  /** How often it asks where all floors end. */
  readonly everyMs?: number | undefined
}

export const createFollower = ({ node, everyMs = usualEveryMs }: FollowerParts): Follower => {
  const { database } = node
  const followed = new Map<number, Set<FollowedTail>>()
  let trouble: string | null = null
  let looking: Promise<void> | null = null

  const tails = (): readonly FollowedTail[] => [...followed.values()].flatMap((each) => [...each])
  const look = async (): Promise<void> => {
    const known = [...followed].flatMap(([floor, all]) =>
      [...all].map((tail) => [floor, tail.known()] as const),
    )
    if (known.length === 0) return
    try {
      const rows = await database.ask(endsOfFloors, [
        literal(known.map(([floor]) => floor)),
        literal(known.map(([, seq]) => seq)),
      ])
      trouble = null
      for (const [floor, end, seq, mark] of rows)
        for (const tail of followed.get(Number(floor)) ?? []) {
          tail.noteMark(Number(seq), mark ?? null)
          tail.noteEnd(Number(end))
        }
    } catch (error) {
      trouble = troubleWords(error)
    }
  }
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null
    })
  }, everyMs)
  timer.unref()
  node.onHint((floor, seq) => {
    for (const tail of followed.get(floor) ?? []) tail.noteEnd(seq)
  })

  const open = async (floor: number): Promise<FollowedStore> => {
    const damage = createDamageRegister()
    const stored = readStoredEntries(damage)
    const reader = createPostgresReader(database, floor, stored)
    const [row] = await database.ask(endOfFloor, [floor])
    if (row === undefined) throw new LogUnavailable('the database has no such floor')
    const [identity, end, facts, mark] = row
    const lastSeq = Number(end)
    const [lastFloor] = await reader.floorsBefore(lastSeq + 1, mostDamagedFloors)
    const forget = (): void => {
      followed.get(floor)?.delete(tail)
      if (followed.get(floor)?.size === 0) followed.delete(floor)
    }
    const tail = createFollowedLog({
      ...{ database, floor, reader, stored, onClosed: forget },
      identity: identity ?? '',
      standing: { lastSeq, factCount: Number(facts), floor: lastFloor ?? null },
      mark: mark ?? null,
    })
    followed.set(floor, (followed.get(floor) ?? new Set()).add(tail))
    const { log } = tail
    return {
      log,
      snapshots: {
        // Its owner saves one.
        save: async () => undefined,
        load: async () => {
          const found = await loadSnapshot(database, floor)
          if (found !== null && found.seq > log.lastSeq) await log.catchUp(found.seq)
          return found !== null && found.seq <= log.lastSeq ? found : null
        },
      },
      health: {
        refusal: () => {
          const words = tail.trouble() ?? trouble
          return words === null ? null : `the log cannot be followed: ${words}`
        },
        damaged: damage.list,
        setAside: () => [],
        checked: () => ({ checked: log.lastSeq, of: log.lastSeq }),
        onDamage: damage.onNew,
      },
    }
  }

  return {
    follow: async (floor) => {
      try {
        return await open(floor)
      } catch (error) {
        if (error instanceof LogUnavailable) throw error
        throw new LogUnavailable(`the log cannot be read: ${troubleWords(error)}`, { cause: error })
      }
    },
    close: async () => {
      clearInterval(timer)
      for (const { log } of tails()) await log.close()
      await looking
    },
  }
}

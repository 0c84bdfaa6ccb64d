// Writes groups of entries, one after the other, and always knows whether they stand: where a connection breaks in the middle,
// the group is sent again, since its statement can take effect only once, until the database has said what became of it.
import type { EntryRow } from '../pending-group.ts'
import { type FloorLease, takenOver, wentBack } from './floor-lease.ts'
import type { Asks, Row } from './postgres-database.ts'
import { append, appendValues, raiseEpoch } from './statements.ts'
import { isDefinite } from './trouble.ts'

const againMs = 100

/** The message says why: another node has the floor, or the database went back to an earlier state. Nothing is written any more. */
export class FloorLost extends Error {
  override readonly name = 'FloorLost'
}

/** The feed is closed before the database said what became of a group. */
export class WriteUnknown extends Error {
  override readonly name = 'WriteUnknown'
}

/** A group of entries, and what it rests on. */
interface GroupToWrite {
  readonly rows: readonly EntryRow[]
  /** The last entry before them. */
  readonly after: number
  /** By how many the facts that stand become more. */
  readonly facts: number
  /** Keys that are taken for new. */
  readonly newKeys: readonly string[]
}

export interface GroupWriter {
  /**
   * Resolves once the entries are durable, with nothing; or with what stands under keys that were taken for new (key, seq,
   * body), and then none of the entries stands. Nor do they where it rejects: with `FloorLost`, or with the database's own
   * error where it refused them.
   */
  write(group: GroupToWrite): Promise<readonly Row[]>
  /** Since when (ms of the process) it waits for the database to come back; null where it does not. */
  waitingSince(): number | null
  /** Gives up what waits for the database. */
  close(): void
}

interface GroupWriterParts {
  readonly database: Asks
  readonly lease: Pick<FloorLease, 'floor' | 'node' | 'epoch' | 'noteEpoch' | 'noteWritten' | 'noteLost'>
  /** The database is out of reach, and why; null once it has answered again. */
  readonly onTrouble: (error: unknown) => void
}

export const createGroupWriter = ({ database, lease, onTrouble }: GroupWriterParts): GroupWriter => {
  const { floor } = lease
  let waitingSince: number | null = null
  let closed = false

  const lost = (why: string): FloorLost => {
    lease.noteLost(why)
    return new FloorLost(why)
  }
  const waitFor = async (error: unknown): Promise<void> => {
    if (closed) throw new WriteUnknown()
    waitingSince ??= performance.now()
    onTrouble(error)
    await new Promise((done) => setTimeout(done, againMs))
  }
  const answered = (): void => {
    if (waitingSince === null) return
    waitingSince = null
    onTrouble(null)
  }
  /** Null: the connection broke, and it may have been written or not. */
  const appendOnce = async (
    group: GroupToWrite,
  ): Promise<{ readonly held: boolean; readonly known: readonly Row[] } | null> => {
    const values = appendValues({ floor, epoch: lease.epoch(), ...group }, group.rows)
    try {
      const answer = await database.ask(append, values)
      const known = answer.map(([, ...standing]) => standing).filter(([key]) => key !== null)
      return { held: answer[0]?.[0] === '1', known }
    } catch (error) {
      if (isDefinite(error)) throw error
      await waitFor(error)
      return null
    }
  }
  /** Insists on an answer. What is under way under the epoch is over once it has risen. Null: the floor is another's. */
  const endOfLog = async (): Promise<number | null> => {
    for (;;) {
      try {
        const [row] = await database.ask(raiseEpoch, [floor, lease.node])
        if (row === undefined) return null
        lease.noteEpoch(Number(row[0]))
        return Number(row[1])
      } catch (error) {
        await waitFor(error)
      }
    }
  }

  /** Null: it has to be sent again. */
  const writeOnce = async (group: GroupToWrite): Promise<readonly Row[] | null> => {
    const { rows, after } = group
    const answer = await appendOnce(group)
    if (answer !== null && (answer.held || answer.known.length > 0)) return answer.known
    const end = await endOfLog()
    // It was written, and the answer was lost.
    if (answer === null && end === after + rows.length) return []
    if (end !== null && end < after) throw lost(wentBack)
    // Sent again where it was not written. Whoever was refused without a doubt is the owner no more.
    if (end !== after || answer !== null) throw lost(takenOver)
    return null
  }

  return {
    write: async (group) => {
      let known: readonly Row[] | null
      do known = await writeOnce(group)
      while (known === null)
      if (known.length === 0) lease.noteWritten(group.after + group.rows.length)
      answered()
      return known
    },
    waitingSince: () => waitingSince,
    close: () => {
      closed = true
    },
  }
}

// Writes groups of entries, one after the other, and always knows whether they stand: where a connection breaks in the middle,
// the group is sent again, since its statement can take effect only once, until the database has said what became of it.
import type { EntryRow } from '../pending-group.ts'
import type { Lease } from './lease.ts'
import type { Asks } from './postgres-database.ts'
import { append, appendValues, raiseEpoch } from './statements.ts'
import { isDefinite } from './trouble.ts'

const againMs = 100

/** Another node has the floor, or the database went back to an earlier state: this node writes nothing any more. */
export class FloorLost extends Error {
  override readonly name = 'FloorLost'
}

/** The feed is closed before the database said what became of a group. */
export class WriteUnknown extends Error {
  override readonly name = 'WriteUnknown'
}

export interface GroupWriter {
  /**
   * Resolves once the entries after `after` are durable. Rejects with `FloorLost`, with the database's own error where it
   * refused them, and then none of them stands.
   */
  write(rows: readonly EntryRow[], after: number, facts: number): Promise<void>
  /** Since when (ms of the process) it waits for the database to come back; null where it does not. */
  waitingSince(): number | null
  /** Gives up what waits for the database. */
  close(): void
}

interface GroupWriterParts {
  readonly database: Asks
  readonly floor: number
  readonly lease: Pick<Lease, 'node' | 'epoch' | 'noteEpoch' | 'noteLost'>
  /** The database is out of reach, and why; null once it has answered again. */
  readonly onTrouble: (error: unknown) => void
}

export const createGroupWriter = ({ database, floor, lease, onTrouble }: GroupWriterParts): GroupWriter => {
  let waitingSince: number | null = null
  let closed = false

  const lost = (): FloorLost => {
    lease.noteLost()
    return new FloorLost()
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
    rows: readonly EntryRow[],
    after: number,
    facts: number,
  ): Promise<boolean | null> => {
    const values = appendValues({ floor, epoch: lease.epoch(), after, facts }, rows)
    try {
      return (await database.ask(append, values))[0]?.[0] === '1'
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

  return {
    write: async (rows, after, facts) => {
      for (;;) {
        const held = await appendOnce(rows, after, facts)
        if (held === true) {
          answered()
          return
        }
        const end = await endOfLog()
        answered()
        // It was written, and the answer was lost.
        if (held === null && end === after + rows.length) return
        // Sent again where it was not written. Whoever was refused without a doubt is the owner no more.
        if (end !== after || held === false) throw lost()
      }
    },
    waitingSince: () => waitingSince,
    close: () => {
      closed = true
    },
  }
}

// Writes groups of entries, one after the other, and always knows whether they stand: where a connection breaks in the middle,
// the group is sent again, since its statement can take effect only once, until the database has said what became of it.
import type { EntryRow } from '../pending-group.ts'
import { type FloorLease, takenOver, wentBack } from './floor-lease.ts'
import type { Asks } from './postgres-database.ts'
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

  const writeOnce = async (rows: readonly EntryRow[], after: number, facts: number): Promise<boolean> => {
    const held = await appendOnce(rows, after, facts)
    if (held === true) return true
    const end = await endOfLog()
    // It was written, and the answer was lost.
    if (held === null && end === after + rows.length) return true
    if (end !== null && end < after) throw lost(wentBack)
    // Sent again where it was not written. Whoever was refused without a doubt is the owner no more.
    if (end !== after || held === false) throw lost(takenOver)
    return false
  }

  return {
    write: async (rows, after, facts) => {
      while (!(await writeOnce(rows, after, facts)));
      lease.noteWritten(after + rows.length)
      answered()
    },
    waitingSince: () => waitingSince,
    close: () => {
      closed = true
    },
  }
}

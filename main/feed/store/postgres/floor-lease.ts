// A floor that this node owns. The lease says whom to ask; only the epoch keeps a node that was paused from writing.
import { type Asks, numberAt, type Row, type Statement } from './postgres-database.ts'

/** What stood when the floor was taken over. */
interface Claimed {
  readonly seq: number
  /** That stand. */
  readonly facts: number
  /** Of the floor's log. */
  readonly identity: string
}

export interface FloorLease {
  readonly floor: number
  /** The id of this node when it took the floor over: what the floor's row names as its owner. */
  readonly node: number
  readonly claimed: Claimed
  /** What an append names. */
  epoch(): number
  /** The owner itself has raised it. */
  noteEpoch(epoch: number): void
  /** The log ends with this entry now. */
  noteWritten(seq: number): void
  /** The database answered. */
  noteAnswer(): void
  /** The floor is this node's no more: nothing of it is written. */
  noteLost(why: string): void
  /** Why the floor is lost, a part of a sentence; null while it is this node's, as far as is known. */
  lost(): string | null
  /** A part of a sentence: why nothing can be written; null as far as is known it can. */
  trouble(): string | null
  /** Called once; at once where it is lost already. */
  onLost(listener: (why: string) => void): void
  /** Gives the floor up: whoever asks for it next has it. */
  close(): Promise<void>
}

export const takenOver = 'another node has taken the floor over'
export const wentBack = 'the log in the database is another than it was: it went back to an earlier state'

/**
 * $1 floor, $2 node, $3 ms after which a node that does not beat is gone, $4 why the floor may be closed, or null. No row: its
 * owner lives, it is closed, or this node does not live.
 */
export const claimFloor: Statement = {
  name: 'claim',
  text: `UPDATE floor f SET owner = $2::int, epoch = f.epoch + 1
    WHERE f.floor = $1::int AND (f.closed IS NULL OR f.closed = $4::text)
    AND EXISTS (SELECT FROM node n WHERE n.id = $2::int AND n.beat > now() - make_interval(secs => $3::float / 1000))
    AND (f.owner IS NULL OR f.owner = $2::int
      OR NOT EXISTS (SELECT FROM node n WHERE n.id = f.owner AND n.beat > now() - make_interval(secs => $3::float / 1000)))
    RETURNING epoch, seq, facts, identity`,
}
const giveUp: Statement = {
  name: 'give-up',
  text: 'UPDATE floor SET owner = NULL WHERE floor = $1::int AND owner = $2::int',
}

interface FloorLeaseParts {
  readonly database: Asks
  readonly floor: number
  readonly node: number
  /** As `claimFloor` returned it. */
  readonly row: Row
  /** Of the node. */
  readonly trouble: () => string | null
  readonly noteAnswer: () => void
  readonly onClosed: () => void
}

/** What the node alone tells it, beside what everybody may. */
export interface HeldLease extends FloorLease {
  /** The last entry that it knows of. */
  written(): number
}

export const createFloorLease = (parts: FloorLeaseParts): HeldLease => {
  const { database, floor, node, row } = parts
  const claimed: Claimed = { seq: numberAt([row], 1), facts: numberAt([row], 2), identity: row[3] ?? '' }
  let epoch = numberAt([row])
  let written = claimed.seq
  let lost: string | null = null
  let closed = false
  const listeners: ((why: string) => void)[] = []
  return {
    floor,
    node,
    claimed,
    epoch: () => epoch,
    noteEpoch: (raised) => {
      epoch = raised
    },
    written: () => written,
    noteWritten: (seq) => {
      written = seq
    },
    noteAnswer: () => {
      if (lost === null) parts.noteAnswer()
    },
    noteLost: (why) => {
      if (lost !== null || closed) return
      lost = why
      for (const listener of listeners) listener(why)
    },
    lost: () => lost,
    trouble: () => lost ?? parts.trouble(),
    onLost: (listener) => {
      listeners.push(listener)
      if (lost !== null) listener(lost)
    },
    close: async () => {
      if (closed) return
      closed = true
      try {
        await database.ask(giveUp, [floor, node])
      } catch {
        // The database is away: that this node does not hold it any more says the same, once it is gone.
      }
      parts.onClosed()
    },
  }
}

// What waits for a TV that does not take what it is sent: one that hangs, or whose line is slow. It gets no more of what
// changes, which would pile up in the feed; once it has taken what waits, it gets the boards that it missed, whole.
import type { Tv } from './tv-state.ts'

/** Whoever is in it is left out when changes are sent. */
export const behindRoom = 'behind'

/** Characters. More than a floor changes in the moment in which a sound line is busy, and far less than a megabyte. */
const mostWaiting = 256 * 1024

export interface TvBacklogs {
  watch(tv: Tv): void
  /** Called when a change of a board is sent to all who are not behind. */
  missed(board: string): void
  /** Whether this TV is behind; it then gets this board as soon as it is not. */
  puts(tv: Tv, board: string): boolean
}

interface Packet {
  readonly data?: unknown
}

/** @param send the whole board, as it is then */
export const openTvBacklogs = (send: (tv: Tv, board: string) => void): TvBacklogs => {
  const tvs = new Set<Tv>()
  /** Those whose line has not yet taken what it was given. */
  const busy = new Set<Tv>()
  const behind = new Map<Tv, Set<string>>()

  const fallBehind = (tv: Tv): void => {
    if (behind.has(tv)) return
    behind.set(tv, new Set())
    void tv.join(behindRoom)
  }
  const catchUp = (tv: Tv): void => {
    const boards = behind.get(tv)
    if (boards === undefined) return
    behind.delete(tv)
    void tv.leave(behindRoom)
    for (const board of boards) if (tv.data.boards.includes(board)) send(tv, board)
  }
  /** Counts what comes to wait, until the line has taken what it has; engine.io then gives it all of that at once. */
  const countWaiting = (tv: Tv): void => {
    busy.add(tv)
    let waiting = 0
    const count = ({ data }: Packet): void => {
      waiting += typeof data === 'string' ? data.length : 0
      if (waiting > mostWaiting) fallBehind(tv)
    }
    tv.conn.on('packetCreate', count)
    tv.conn.transport.once('drain', () => {
      tv.conn.off('packetCreate', count)
      busy.delete(tv)
      catchUp(tv)
    })
  }

  return {
    watch: (tv) => {
      tvs.add(tv)
      tv.on('disconnect', () => {
        for (const each of [tvs, busy, behind]) each.delete(tv)
      })
    },
    missed: (board) => {
      // Hardly any is ever busy when the next change comes: listening to each message of every TV would cost a quarter more.
      for (const tv of tvs) if (!tv.conn.transport.writable && !busy.has(tv)) countWaiting(tv)
      for (const [tv, boards] of behind) if (tv.data.boards.includes(board)) boards.add(board)
    },
    puts: (tv, board) => behind.get(tv)?.add(board) !== undefined,
  }
}

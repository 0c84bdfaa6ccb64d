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

  return {
    watch: (tv) => {
      // engine.io hands all that waits to the line at once, and what comes meanwhile waits until the line has taken that.
      let waiting = 0
      let handed = 0
      tv.conn.on('packetCreate', ({ data }: Packet) => {
        waiting += typeof data === 'string' ? data.length : 0
        if (waiting + handed > mostWaiting) fallBehind(tv)
      })
      tv.conn.on('flush', () => {
        handed = waiting
        waiting = 0
      })
      tv.conn.transport.on('drain', () => {
        handed = 0
        if (waiting <= mostWaiting) catchUp(tv)
      })
      tv.on('disconnect', () => behind.delete(tv))
    },
    missed: (board) => {
      for (const [tv, boards] of behind) if (tv.data.boards.includes(board)) boards.add(board)
    },
    puts: (tv, board) => behind.get(tv)?.add(board) !== undefined,
  }
}

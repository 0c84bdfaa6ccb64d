// Where the small code at a board's foot leads: only on floors that want it, and by default only where phones reach the feed.
import { boardsWithCode } from '../../../shared/domain/screens/boards-with-code.ts'
import type { BoardLinks } from '../access/board-links.ts'
import { isLoopbackAddress } from '../access/loopback.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'

interface BoardCodeParts {
  readonly floor: Pick<LiveFloor, 'model'>
  readonly links: Pick<BoardLinks, 'of'>
  /** How people reach the feed, as far as it knows; without a slash at the end. */
  readonly origin: () => string
  readonly clock: Pick<Clock, 'now'>
}

/** By board id; null where there are none. The same all day. */
export type BoardCodes = (boards: readonly string[]) => Record<string, string> | null

/** Whether a phone gets there at all. */
const isReached = (origin: string): boolean => {
  if (!URL.canParse(origin)) return false
  const { hostname } = new URL(origin)
  return hostname !== 'localhost' && !isLoopbackAddress(hostname.replace(/^\[|\]$/g, ''))
}

export const createBoardCodes =
  ({ floor, links, origin, clock }: BoardCodeParts): BoardCodes =>
  (shown) => {
    const { file, zone } = floor.model()
    if (!(file.floor.boardCodes ?? isReached(origin()))) return null
    const day = zone.dayAt(clock.now())
    const codes = boardsWithCode(file.boards)
      .filter(({ id }) => shown.includes(id))
      .map(({ id }) => [id, `${origin()}/h/${links.of(id, day)}`] as const)
    return codes.length === 0 ? null : Object.fromEntries(codes)
  }

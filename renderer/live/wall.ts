// The state of a TV: its stage, its boards, and whether the feed is connected. Every change is a function from the state
// before to the state after.
import { applyPatch, PatchMismatch } from '../../shared/domain/screens/patch.ts'
import { boardsOf } from '../../shared/domain/screens/stage-boards.ts'
import type { FeedTrouble, RefusedCertificate } from '../../shared/wire/kiosk.ts'
import type { RefusedTv } from '../../shared/wire/pairing.ts'
import type {
  BoardErrorMessage,
  BoardMessage,
  HelloMessage,
  PatchMessage,
  StageMessage,
} from '../../shared/wire/socket.ts'
import { BoardView } from '../../shared/wire/view.ts'
import type { NoLine } from './reach.ts'

/** Drawing the board failed on this TV. */
interface Trip {
  readonly version: number
  /** Feed clock, epoch ms; not drawn again before. */
  readonly retryAt: number
}

interface Board {
  readonly version: number
  readonly view: BoardView
  readonly trip: Trip | null
}

export type Link =
  /** `trouble`: of a feed that the kiosk runs itself, here and below. */
  | { readonly state: 'connected'; readonly trouble?: FeedTrouble }
  /**
   * `since`: when the feed sent something last, feed clock, epoch ms; null: never. `refused`: why, in the feed's words;
   * `pairing`: where what helps is to be paired; `certificate`: where its certificate is not taken, as the kiosk says;
   * `reach`: where it answers and yet no line to it opens.
   */
  | {
      readonly state: 'gone'
      readonly since: number | null
      readonly refused: string | null
      readonly pairing?: RefusedTv
      readonly certificate?: RefusedCertificate
      readonly reach?: NoLine
      readonly trouble?: FeedTrouble
    }
  /** The feed answers, and this TV cannot read it. `feed`: what it said of itself; null when it said nothing. */
  | { readonly state: 'unreadable'; readonly feed: HelloMessage | null }

export interface Wall {
  readonly stage: StageMessage | null
  /** A map, since a board's id may be `constructor`. */
  readonly boards: ReadonlyMap<string, Board>
  /** Boards that the feed could not compute. */
  readonly errors: ReadonlyMap<string, BoardErrorMessage>
  readonly link: Link
}

export const emptyWall: Wall = {
  stage: null,
  boards: new Map(),
  errors: new Map(),
  link: { state: 'gone', since: null, refused: null },
}

/** How long a board that failed to draw is left out. */
const tripMs = 60_000

const keep = <T>(map: ReadonlyMap<string, T>, wanted: (key: string) => boolean): ReadonlyMap<string, T> =>
  [...map.keys()].every(wanted) ? map : new Map([...map].filter(([key]) => wanted(key)))

/** A new stage. Boards that it no longer names are dropped, so that memory does not grow over the years. */
export const withStage = (wall: Wall, stage: StageMessage): Wall => {
  const named = new Set(boardsOf(stage))
  return {
    ...wall,
    stage,
    boards: keep(wall.boards, (id) => named.has(id)),
    errors: keep(wall.errors, (id) => named.has(id)),
  }
}

export const withBoard = (wall: Wall, { version, view }: BoardMessage): Wall => ({
  ...wall,
  boards: new Map(wall.boards).set(view.id, { version, view, trip: wall.boards.get(view.id)?.trip ?? null }),
  errors: keep(wall.errors, (id) => id !== view.id),
})

export const withBoardError = (wall: Wall, error: BoardErrorMessage): Wall => ({
  ...wall,
  errors: new Map(wall.errors).set(error.board, error),
})

type Rows = Readonly<Record<string, unknown>>

const newRows = (rows: Rows, before: Rows): Rows =>
  Object.fromEntries(Object.entries(rows).filter(([id, row]) => row !== before[id]))

/** Whether a patched view is valid. Rows that are the same objects as before are not checked again. */
const isGoodAfter = (before: BoardView, value: unknown): value is BoardView => {
  if (typeof value !== 'object' || value === null) return false
  const looked: Record<string, unknown> = { ...value }
  if (isRows(looked['rows']) && 'rows' in before) looked['rows'] = newRows(looked['rows'], before.rows)
  return BoardView.safeParse(looked).success
}

const isRows = (value: unknown): value is Rows =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The wall after a patch; null when the patch does not fit, and the TV must ask for the whole board. */
export const withPatch = (wall: Wall, patch: PatchMessage): Wall | null => {
  const board = wall.boards.get(patch.board)
  if (!board || board.version !== patch.from) return null
  try {
    // The schema's copy is not used: unchanged rows must stay the same objects.
    const view = applyPatch(board.view, patch.ops)
    if (!isGoodAfter(board.view, view) || view.id !== patch.board) return null
    return {
      ...wall,
      boards: new Map(wall.boards).set(patch.board, { ...board, version: patch.to, view }),
      errors: keep(wall.errors, (id) => id !== patch.board),
    }
  } catch (error) {
    if (error instanceof PatchMismatch) return null
    throw error
  }
}

export const withTrip = (wall: Wall, id: string, now: number): Wall => {
  const board = wall.boards.get(id)
  if (!board) return wall
  const trip = { version: board.version, retryAt: now + tripMs }
  return { ...wall, boards: new Map(wall.boards).set(id, { ...board, trip }) }
}

/** False while the feed has not sent the board or could not compute it, or while it failed here and has not changed. */
export const isHealthy = (wall: Wall, id: string, now: number): boolean => {
  const board = wall.boards.get(id)
  if (!board || wall.errors.has(id)) return false
  return board.trip === null || (now >= board.trip.retryAt && board.version !== board.trip.version)
}

/** Titles of the boards that the rotation skips because something is wrong with them. */
export const skippedTitles = (wall: Wall, ids: readonly string[], now: number): readonly string[] =>
  [...new Set(ids)].flatMap((id) => {
    const board = wall.boards.get(id)
    const error = wall.errors.get(id)
    if (error) return [error.title]
    return board && !isHealthy(wall, id, now) ? [board.view.title] : []
  })

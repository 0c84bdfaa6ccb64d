// Which board is on, and which page of it: a function of the playlists, the boards and the feed's clock. Screens that
// show the same playlist therefore change at the same instant without talking to each other.
import type { Hold } from '../../wire/control.ts'
import type { Scene, StageMessage } from '../../wire/socket.ts'

/** In less time people do not find their own name on a page. */
export const minPageMs = 6000

/** Screens that are held show what is held, the same at the same instant. */
export type Rotation = Pick<StageMessage, 'playlists' | 'turns' | 'hold'>

/** What the screen knows of its boards. */
export interface BoardsNow {
  /** False: another board takes its slot. */
  isHealthy(board: string): boolean
  /** At least 1. */
  pages(board: string): number
  /** The shortest time for one of its pages, ms; `minPageMs` when left out. */
  pageMs?(board: string): number
}

export interface SceneNow {
  /** The one that is on by the schedule, also while a board is held. */
  readonly playlist: string
  readonly held: boolean
  /** Counts the playlist's scenes from 0. */
  readonly slot: number
  readonly slots: number
  /** Null when no board of the playlist is healthy. */
  readonly board: string | null
  readonly page: number
  readonly pages: number
  /** Epoch ms, as all instants here. The slot's own bounds, cut where the playlist changes. */
  readonly startedAt: number
  readonly endsAt: number
  /** When to look again: the next page, scene or playlist. */
  readonly nextChangeAt: number
}

interface Turn {
  readonly playlist: string
  readonly from: number
  readonly until: number
}

const turnAt = (turns: Rotation['turns'], now: number): Turn => {
  const next = turns.findIndex((turn, index) => index > 0 && turn.from > now)
  const current = turns[next === -1 ? turns.length - 1 : next - 1]
  return {
    playlist: current?.playlist ?? '',
    from: current?.from ?? now,
    until: turns[next]?.from ?? Number.POSITIVE_INFINITY,
  }
}

/** Whole milliseconds, so that the slots add up exactly to the lap. */
const dwellMs = (scene: Scene): number => Math.max(1, Math.round(scene.seconds * 1000))

/** How many pages a slot of this length has time for. */
const pagesInSlot = (dwell: number, pages: number, pageMs: number): number =>
  Math.min(pages, Math.max(1, Math.floor(dwell / pageMs)))

/** The slot's own board, else the next healthy one in playlist order. */
const boardForSlot = (scenes: readonly Scene[], slot: number, boards: BoardsNow): string | null => {
  for (let step = 0; step < scenes.length; step += 1) {
    const scene = scenes[(slot + step) % scenes.length]
    if (scene && boards.isHealthy(scene.board)) return scene.board
  }
  return null
}

interface PageTurn {
  readonly page: number
  readonly pages: number
  /** From the start of the slot, ms. */
  readonly until: number
}

/**
 * A board's pages continue where its last slot ended, across slots and laps, so that every page is shown even where a
 * slot is too short for all of them. `into` is the time since the slot's start, ms.
 */
const pageAt = (
  scenes: readonly Scene[],
  slot: number,
  board: string,
  boards: BoardsNow,
  lap: number,
  into: number,
): PageTurn => {
  const pages = Math.max(1, boards.pages(board))
  const pageMs = boards.pageMs?.(board) ?? minPageMs
  let perLap = 0
  let before = 0
  for (const [index, scene] of scenes.entries()) {
    if (boardForSlot(scenes, index, boards) !== board) continue
    const shown = pagesInSlot(dwellMs(scene), pages, pageMs)
    if (index < slot) before += shown
    perLap += shown
  }
  const scene = scenes[slot]
  const dwell = scene ? dwellMs(scene) : 1
  const shown = pagesInSlot(dwell, pages, pageMs)
  const nth = Math.min(shown - 1, Math.floor((into * shown) / dwell))
  // Laps are counted from 1970: without the remainders the product could exceed a double's exact integers.
  const start = ((lap % pages) * (perLap % pages) + before) % pages
  return { page: (start + nth) % pages, pages, until: Math.ceil((dwell * (nth + 1)) / shown) }
}

/** What the playlists alone would show. */
const turningAt = (rotation: Rotation, boards: BoardsNow, now: number): SceneNow => {
  const turn = turnAt(rotation.turns, now)
  const known = Object.hasOwn(rotation.playlists, turn.playlist)
  const scenes = (known ? rotation.playlists[turn.playlist] : undefined) ?? []
  const lapMs = scenes.reduce((sum, scene) => sum + dwellMs(scene), 0)
  if (lapMs === 0) {
    const rest = { held: false, slot: 0, slots: 0, board: null, page: 0, pages: 1, startedAt: turn.from }
    return { ...rest, playlist: turn.playlist, endsAt: turn.until, nextChangeAt: turn.until }
  }

  const lap = Math.floor(now / lapMs)
  let slot = 0
  let start = lap * lapMs
  for (const [index, scene] of scenes.entries()) {
    slot = index
    if (now < start + dwellMs(scene)) break
    start += dwellMs(scene)
  }
  const current = scenes[slot]
  const end = start + (current ? dwellMs(current) : 0)
  const board = boardForSlot(scenes, slot, boards)
  const turnOfPage =
    board === null
      ? { page: 0, pages: 1, until: end - start }
      : pageAt(scenes, slot, board, boards, lap, now - start)
  return {
    playlist: turn.playlist,
    held: false,
    slot,
    slots: scenes.length,
    board,
    page: turnOfPage.page,
    pages: turnOfPage.pages,
    startedAt: Math.max(start, turn.from),
    endsAt: Math.min(end, turn.until),
    nextChangeAt: Math.min(start + turnOfPage.until, end, turn.until),
  }
}

/** Nobody is in a hurry on a board that is talked about. */
const heldPageMs = 12_000

/** The page that was on when the board was taken from its rotation: it stays where people are reading. */
const firstPage = (rotation: Rotation, { board, since }: Hold, boards: BoardsNow): number => {
  const before = turningAt(rotation, boards, since)
  return before.board === board ? before.page : 0
}

const heldScene = (rotation: Rotation, hold: Hold, boards: BoardsNow, now: number): SceneNow => {
  const pages = Math.max(1, boards.pages(hold.board))
  const pageMs = Math.max(heldPageMs, boards.pageMs?.(hold.board) ?? minPageMs)
  const turned = Math.max(0, Math.floor((now - hold.since) / pageMs))
  const turns = hold.page === null && pages > 1
  return {
    playlist: turnAt(rotation.turns, now).playlist,
    held: true,
    slot: 0,
    slots: 1,
    board: hold.board,
    page: turns ? (firstPage(rotation, hold, boards) + turned) % pages : Math.min(hold.page ?? 0, pages - 1),
    pages,
    startedAt: hold.since,
    endsAt: hold.until,
    nextChangeAt: turns ? Math.min(hold.until, hold.since + (turned + 1) * pageMs) : hold.until,
  }
}

/**
 * The scene at `now`, epoch ms. Laps are counted from the Unix epoch, so a TV that has just started shows what the
 * others show. An unknown playlist counts as empty; after the last known turn its playlist stays on. A hold goes before
 * all of it until its time, once its board is there: until then the rotation goes on.
 */
export const sceneAt = (rotation: Rotation, boards: BoardsNow, now: number): SceneNow => {
  const { hold } = rotation
  const isOver = !hold || now >= hold.until
  if (!isOver && boards.isHealthy(hold.board)) return heldScene(rotation, hold, boards, now)
  const turning = turningAt(rotation, boards, now)
  if (isOver) return turning
  return { ...turning, nextChangeAt: Math.min(turning.nextChangeAt, hold.until) }
}

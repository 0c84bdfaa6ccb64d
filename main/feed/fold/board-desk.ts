// Keeps the boards that somebody watches up to date and says what changed: the first change at once, what follows
// within a tick in one patch, so that a board sends at most ten a second however much happens. A past that is read beside it
// delays nothing of that: what it changes is sent ten times a second too, by a tick of its own, and where it comes to nothing on
// a board it is only not looked at all the time.

import type { BoardSource } from '../../../shared/domain/boards/board-head.ts'
import { diffViews } from '../../../shared/domain/screens/patch.ts'
import type { BoardErrorMessage, BoardMessage, PatchMessage } from '../../../shared/wire/socket.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import { addListener, type StopListening } from '../add-listener.ts'
import type { Clock } from '../clock.ts'

/** A board of the current floor. */
export interface DeskBoard {
  readonly id: string
  readonly title: string
  /** Made when it is first asked for: of many boards few are watched. The same one each time. */
  readonly source: () => BoardSource<BoardView>
}

export interface DeskListener {
  patch(message: PatchMessage): void
  /** The whole view anew: after an error, or when the floor was edited. */
  board(message: BoardMessage): void
  error(message: BoardErrorMessage): void
}

export interface BoardDesk {
  /** The floor's boards; views of what changed go out. */
  setBoards(boards: readonly DeskBoard[]): void
  /** Facts touched these base metrics. `isNews`: not of a past, or an import, alone. */
  touch(bases: readonly number[], isNews?: boolean): void
  /** Time passed: a minute, a midnight. */
  refresh(): void
  /** Counts watchers; an unwatched board is not computed. */
  watch(board: string): void
  unwatch(board: string): void
  /** As walls have it: what they do not have yet follows as a patch within a tick. */
  current(board: string): BoardMessage | BoardErrorMessage | null
  /** With everything that is counted, for whoever gets no patches. */
  answer(board: string): BoardView | BoardErrorMessage | null
  listen(listener: DeskListener): StopListening
  close(): void
}

interface Watched {
  board: DeskBoard
  watchers: number
  version: number
  view: BoardView | null
  error: string | null
  /** By a clock that never jumps, ms: before that it is not computed again for a past, nor for news. */
  restsUntil: { past: number; news: number }
  timer: { readonly id: NodeJS.Timeout; readonly isForNews: boolean } | null
}

const tickMs = 100
/** What boards came to that showed nothing new takes one tenth of the time, all of them together. */
const restOfCost = 9

export const createBoardDesk = (
  clock: Clock,
  onError: (board: string, error: unknown) => void,
): BoardDesk => {
  const desk = new Map<string, Watched>()
  const listeners = new Set<DeskListener>()
  // Versions only grow, across restarts too, as long as the clock does.
  let lastVersion = clock.now()
  const nextVersion = (): number => {
    lastVersion += 1
    return lastVersion
  }

  const howManyAreWatched = (): number => {
    let count = 0
    for (const { watchers } of desk.values()) if (watchers > 0) count += 1
    return count
  }

  const compute = (watched: Watched): void => {
    const before = watched.view
    try {
      watched.view = watched.board.source().compute(clock.now())
      watched.error = null
    } catch (error) {
      watched.view = null
      if (watched.error === null) onError(watched.board.id, error)
      watched.error = error instanceof Error ? error.message : String(error)
      return
    }
    if (before === null) watched.version = nextVersion()
  }

  const errorOf = ({ board, error }: Watched): BoardErrorMessage => ({
    board: board.id,
    title: board.title,
    error: error ?? 'not computed yet',
  })

  const send = (watched: Watched, isForNews: boolean): void => {
    const { view: before, error: errorBefore, restsUntil } = watched
    const startedAt = performance.now()
    restsUntil.past = startedAt + tickMs
    if (isForNews) restsUntil.news = startedAt + tickMs
    compute(watched)
    const { view } = watched
    if (view === null) {
      if (errorBefore === null) for (const listener of listeners) listener.error(errorOf(watched))
      return
    }
    if (before === null) {
      for (const listener of listeners) listener.board({ version: watched.version, view })
      return
    }
    const ops = diffViews(before, view)
    if (ops.length === 0) {
      const endedAt = performance.now()
      const restedAt = endedAt + (endedAt - startedAt) * restOfCost * howManyAreWatched()
      restsUntil.past = Math.min(restsUntil.past, restedAt)
      restsUntil.news = Math.min(restsUntil.news, restedAt)
      return
    }
    const from = watched.version
    watched.version = nextVersion()
    for (const listener of listeners) listener.patch({ board: view.id, from, to: watched.version, ops })
  }

  const schedule = (watched: Watched, isForNews: boolean): void => {
    const { watchers, timer, restsUntil } = watched
    if (watchers === 0 || timer?.isForNews || (timer && !isForNews)) return
    stop(watched)
    const wait = (isForNews ? restsUntil.news : restsUntil.past) - performance.now()
    if (wait <= 0) {
      send(watched, isForNews)
      return
    }
    const id = setTimeout(() => {
      watched.timer = null
      send(watched, isForNews)
    }, wait)
    watched.timer = { id, isForNews }
  }

  const stop = (watched: Watched): void => {
    if (watched.timer) clearTimeout(watched.timer.id)
    watched.timer = null
  }

  const current = (watched: Watched): BoardMessage | BoardErrorMessage => {
    if (watched.view === null) compute(watched)
    const { version, view } = watched
    // Nobody keeps an unwatched board up to date: it is made for whoever asks, and forgotten.
    if (watched.watchers === 0) watched.view = null
    return view === null ? errorOf(watched) : { version, view }
  }

  /** Made beside the view that walls have: their next patch starts from that one. */
  const ahead = (watched: Watched): BoardView | BoardErrorMessage => {
    try {
      return watched.board.source().compute(clock.now())
    } catch (error) {
      // Told to everybody when the patch falls due.
      return errorOf({ ...watched, error: error instanceof Error ? error.message : String(error) })
    }
  }

  return {
    setBoards: (boards) => {
      const known = new Set(boards.map(({ id }) => id))
      for (const [id, watched] of desk) {
        if (known.has(id)) continue
        stop(watched)
        desk.delete(id)
      }
      for (const board of boards) {
        const watched = desk.get(board.id)
        if (watched) {
          watched.board = board
          if (watched.watchers > 0) send(watched, true)
          else watched.view = null
        } else {
          const restsUntil = { past: Number.NEGATIVE_INFINITY, news: Number.NEGATIVE_INFINITY }
          const fresh = { view: null, error: null, restsUntil, timer: null }
          desk.set(board.id, { board, watchers: 0, version: lastVersion, ...fresh })
        }
      }
    },
    touch: (bases, isNews = true) => {
      const touched = new Set(bases)
      for (const watched of desk.values()) {
        if (watched.watchers === 0) continue
        if (watched.board.source().bases.some((base) => touched.has(base))) schedule(watched, isNews)
      }
    },
    refresh: () => {
      for (const watched of desk.values()) schedule(watched, true)
    },
    watch: (id) => {
      const watched = desk.get(id)
      if (watched) watched.watchers += 1
    },
    unwatch: (id) => {
      const watched = desk.get(id)
      if (!watched) return
      watched.watchers = Math.max(0, watched.watchers - 1)
      if (watched.watchers > 0) return
      stop(watched)
      watched.view = null
      watched.error = null
    },
    current: (id) => {
      const watched = desk.get(id)
      return watched ? current(watched) : null
    },
    answer: (id) => {
      const watched = desk.get(id)
      if (!watched) return null
      if (watched.timer !== null) return ahead(watched)
      const message = current(watched)
      return 'view' in message ? message.view : message
    },
    listen: (listener) => addListener(listeners, listener),
    close: () => {
      for (const watched of desk.values()) stop(watched)
    },
  }
}

// Every view that the feed ever made, by board and version: what a TV shows is one of them.
import type { BoardDesk } from '../../main/feed/fold/board-desk.ts'
import type { BoardErrorMessage, BoardMessage } from '../../shared/wire/socket.ts'
import type { BoardView } from '../../shared/wire/view.ts'
import { sameJson } from './same-json.ts'

export interface ShownViews {
  /** The same desk, whose views are kept here. `at`: the feed's clock. */
  watching(desk: BoardDesk, at: () => number): BoardDesk
  has(version: number, view: BoardView): boolean
  /** When a board that is watched was last worked out and came out otherwise. */
  madeAt(board: string): number | null
}

export const createShownViews = (): ShownViews => {
  const views = new Map<string, BoardView[]>()
  const times = new Map<string, number>()
  const keyOf = (board: string, version: number): string => `${version} ${board}`

  const keep = ({ version, view }: BoardMessage, at: number): void => {
    const key = keyOf(view.id, version)
    const known = views.get(key) ?? []
    // Worked out anew and come out the same, it is of the time when it last came out otherwise.
    if (known.some((each) => sameJson(each, view))) return
    times.set(view.id, at)
    views.set(key, [...known, view])
  }
  return {
    watching: (desk, at) => {
      const keeping = (id: string): BoardMessage | BoardErrorMessage | null => {
        const current = desk.current(id)
        if (current && 'view' in current) keep(current, at())
        return current
      }
      desk.listen({
        patch: ({ board }) => keeping(board),
        board: (message) => keep(message, at()),
        error: () => undefined,
      })
      return { ...desk, current: keeping }
    },
    has: (version, view) => (views.get(keyOf(view.id, version)) ?? []).some((each) => sameJson(each, view)),
    madeAt: (board) => times.get(board) ?? null,
  }
}

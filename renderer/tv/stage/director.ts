// Decides what is on: asks the rotation, and again at the instant at which the rotation says that it will change. The only
// part of a TV that runs by the clock.
import { minPageMs, type SceneNow, sceneAt } from '../../../shared/domain/screens/rotation.ts'
import { leastPageMs, pageCount } from '../../boards/board-pages.ts'
import type { Shape } from '../../boards/parts/paging.ts'
import type { FeedClock } from '../../live/feed-clock.ts'
import { createStore, type Store } from '../../live/store.ts'
import { isHealthy, type Wall, withTrip } from '../../live/wall.ts'
import { createAlarm } from './alarm.ts'
import { holdFor } from './hold-for.ts'

interface Look {
  /** Feed clock, epoch ms, at most a minute old: ages on the wall are counted to it. */
  readonly now: number
  readonly scene: SceneNow | null
  readonly shape: Shape
}

export interface Director {
  readonly look: Store<Look>
  reshape(shape: Shape): void
  /** A board failed while it was drawn. */
  trip(board: string): void
  close(): void
}

interface DirectorOptions {
  readonly wall: Store<Wall>
  readonly clock: FeedClock
  readonly wallClock: () => number
  readonly shape: Shape
  readonly onWake: () => void
}

const minuteMs = 60_000
const minuteOf = (now: number): number => Math.floor(now / minuteMs)

const sameScene = (a: SceneNow | null, b: SceneNow | null): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b))

export const createDirector = ({ wall, clock, wallClock, shape, onWake }: DirectorOptions): Director => {
  /** When the feed was found to be gone. */
  let goneAt: number | null = null

  const see = (before: Look | null, nextShape: Shape): Look => {
    const now = clock.now()
    const state = wall.get()
    goneAt = state.link.state === 'connected' ? null : (goneAt ?? now)
    const boards = {
      isHealthy: (id: string) => isHealthy(state, id, now),
      pages: (id: string) => {
        const board = state.boards.get(id)
        return board ? pageCount(board.view, nextShape) : 1
      },
      pageMs: (id: string) => {
        const board = state.boards.get(id)
        return board ? leastPageMs(board.view) : minPageMs
      },
    }
    const scene = state.stage === null ? null : sceneAt(holdFor(state.stage, goneAt), boards, now)
    const same = before !== null && before.shape === nextShape && sameScene(before.scene, scene)
    return same && minuteOf(before.now) === minuteOf(now) ? before : { now, scene, shape: nextShape }
  }

  const look = createStore(see(null, shape))
  const update = (nextShape: Shape) => {
    look.set((before) => see(before, nextShape))
    const now = clock.now()
    const change = look.get().scene?.nextChangeAt ?? Number.POSITIVE_INFINITY
    alarm.setFor(Math.min(change, (minuteOf(now) + 1) * minuteMs))
  }
  const again = () => update(look.get().shape)
  const alarm = createAlarm({ now: clock.now, wallClock, onTime: again, onWake })
  const unsubscribe = wall.subscribe(again)
  again()

  return {
    look,
    reshape: update,
    trip: (board) => wall.set((before) => withTrip(before, board, clock.now())),
    close: () => {
      unsubscribe()
      alarm.close()
    },
  }
}

// A board that is being made, drawn in a frame of the console: it is told what to draw, and asks no feed for anything.
import { createRoot } from 'react-dom/client'
import { DrawnBoard, type DrawnSays } from '../../../shared/wire/board-draft.ts'
import type { BoardKind, ViewOf } from '../../../shared/wire/boards.ts'
import type { StageMessage } from '../../../shared/wire/socket.ts'
import { boardKinds } from '../../boards/board-kinds.ts'
import type { Shape } from '../../boards/parts/paging.ts'
import { createFeedClock } from '../../live/feed-clock.ts'
import { createStore } from '../../live/store.ts'
import { emptyWall, type Wall, withBoard, withStage } from '../../live/wall.ts'
import { recoverFrom } from '../recover.ts'
import { createDirector } from '../stage/director.ts'
import { Stage } from '../stage/stage.tsx'
import { watchShape } from '../watch-shape.ts'

/** Long enough to be read. */
const pageSeconds = 10

const pagesOf = <K extends BoardKind>(view: ViewOf<K>, shape: Shape): number =>
  boardKinds[view.kind].pages(view, shape)

export const startDrawing = (element: HTMLElement): void => {
  const { origin } = window.location
  const wallClock = () => Date.now()
  const wall = createStore<Wall>({ ...emptyWall, link: { state: 'connected' } })
  const clock = createFeedClock({ running: () => performance.now(), wall: wallClock }, 0)
  const shape = watchShape(wall)
  const director = createDirector({ wall, clock, wallClock, shape: shape.now(), onWake: () => undefined })
  shape.onChange(director.reshape)
  const say = (said: DrawnSays) => window.parent.postMessage(said, origin)
  let version = 0
  /** The first page is the first that is seen, and the others come while somebody looks. */
  let begunAt: number | null = null
  const turning = (stage: StageMessage, pages: number): StageMessage => {
    begunAt ??= stage.now
    const [[playlist, scenes] = ['', []]] = Object.entries(stage.playlists)
    return {
      ...stage,
      playlists: { [playlist]: scenes.map(({ board }) => ({ board, seconds: pages * pageSeconds })) },
      turns: [{ from: begunAt, playlist }],
    }
  }
  window.addEventListener('message', (event) => {
    if (event.origin !== origin || event.source !== window.parent) return
    const told = DrawnBoard.safeParse(event.data)
    if (!told.success) return
    const { stage, view } = told.data
    const pages = pagesOf(view, shape.now())
    version += 1
    clock.set(stage.now, performance.now())
    wall.set((before) => withBoard(withStage(before, turning(stage, pages)), { version, view }))
    say({ board: 'drawn', pages })
  })
  createRoot(element, { onUncaughtError: recoverFrom }).render(
    <Stage wall={wall} director={director} feedUrl={origin} token={null} feedNow={clock.now} />,
  )
  say({ board: 'listening', pages: 0 })
}

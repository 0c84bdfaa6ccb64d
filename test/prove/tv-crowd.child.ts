// Many TVs in a process of their own: each with the very code by which a TV keeps its line to the feed, but for a
// screen to draw on.
import { isDeepStrictEqual } from 'node:util'
import { createFeedClock } from '../../renderer/live/feed-clock.ts'
import { connectFeed } from '../../renderer/live/feed-socket.ts'
import { createStore, type Store } from '../../renderer/live/store.ts'
import { emptyWall, type Wall } from '../../renderer/live/wall.ts'
import type { BoardView } from '../../shared/wire/view.ts'

export type CrowdQuestion =
  | { readonly kind: 'open'; readonly url: string; readonly screen: string; readonly count: number }
  /** How many have a line to the feed, and how many of these show exactly this. */
  | { readonly kind: 'look'; readonly view: BoardView | null }

export interface CrowdLook {
  readonly connected: number
  readonly showing: number
}

const frameMs = 16
globalThis.requestAnimationFrame = (callback) => Number(setTimeout(callback, frameMs, performance.now()))

const walls: Store<Wall>[] = []

const openTv = (url: string, screen: string): void => {
  const running = () => performance.now()
  const wall = createStore(emptyWall)
  const clock = createFeedClock({ running, wall: () => Date.now() }, 0)
  const health = () => ({
    build: '',
    shell: 'browser' as const,
    scene: null,
    width: 1920,
    height: 1080,
    clockOffsetMs: 0,
    skipped: 0,
  })
  connectFeed({ url, identity: () => ({ token: null, screen }), wall, clock, running, health })
  walls.push(wall)
}

const look = (view: BoardView | null): CrowdLook => {
  const connected = walls.map((wall) => wall.get()).filter(({ link }) => link.state === 'connected')
  const showing = connected.filter(
    ({ boards }) => view !== null && isDeepStrictEqual(boards.get(view.id)?.view, view),
  )
  return { connected: connected.length, showing: showing.length }
}

process.on('message', (question: CrowdQuestion) => {
  if (question.kind === 'open')
    for (let count = 0; count < question.count; count += 1) openTv(question.url, question.screen)
  process.send?.(look(question.kind === 'look' ? question.view : null))
})

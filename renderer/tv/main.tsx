// The TV page: finds its feed, recalls the last numbers, and then draws whatever the feed says.
import './no-compiled-code.ts'
import '../ui/fonts.ts'
import '../wall/tokens.css'
import '../wall/base.css'
import '../wall/stop-animation-events.ts'
import { createRoot } from 'react-dom/client'
import { heartbeatEveryMs } from '../../shared/wire/kiosk.ts'
import './kiosk-bridge.ts'
import type { Shape } from '../boards/parts/paging.ts'
import { findFeed } from '../live/address.ts'
import { createFeedClock } from '../live/feed-clock.ts'
import { connectFeed } from '../live/feed-socket.ts'
import { keepLastGood, kioskShelf, readLastGood, storageShelf, wallFromLastGood } from '../live/last-good.ts'
import { createStore } from '../live/store.ts'
import { emptyWall, skippedTitles } from '../live/wall.ts'
import { createDirector } from './stage/director.ts'
import { createReloader, reloadWhenDue } from './stage/reload.ts'
import { Stage } from './stage/stage.tsx'
import { isSideways, turnOf } from './stage/turned-page.ts'

const recoverMs = 10_000

/** Nobody is there to press reload. */
const recover = () => setTimeout(() => window.location.reload(), recoverMs)

const start = async (element: HTMLElement): Promise<void> => {
  const { kiosk } = window
  const storage = window.localStorage
  const feed = await findFeed(kiosk, { location: window.location, history: window.history, storage })
  const shelf = kiosk ? kioskShelf(kiosk) : storageShelf(storage, `floorboard:last-good:${feed.screen ?? ''}`)
  const last = readLastGood(await shelf.load())

  const running = () => performance.now()
  const wallClock = () => Date.now()
  const wall = createStore(last ? wallFromLastGood(last) : emptyWall)
  const clock = createFeedClock({ running, wall: wallClock }, last?.offsetMs ?? 0)

  const portrait = window.matchMedia('(max-aspect-ratio: 1/1)')
  const shape = (): Shape => {
    const isTurned = isSideways(turnOf(wall.get().stage?.screen.rotate ?? 0))
    return portrait.matches === isTurned ? 'landscape' : 'portrait'
  }
  const director = createDirector({ wall, clock, wallClock, shape: shape(), onWake: () => socket.wake() })
  const reshape = () => {
    if (director.look.get().shape !== shape()) director.reshape(shape())
  }
  portrait.addEventListener('change', reshape)
  wall.subscribe(reshape)

  const ownBuild = document.querySelector('meta[name="floorboard-build"]')?.getAttribute('content') ?? ''
  const socket = connectFeed({
    ...feed,
    wall,
    clock,
    running,
    health: () => {
      const { stage } = wall.get()
      const { scene, now } = director.look.get()
      const playlist = stage && scene ? (stage.playlists[scene.playlist] ?? []) : []
      return {
        build: ownBuild,
        shell: kiosk ? 'kiosk' : 'browser',
        scene: scene?.board ?? null,
        width: window.innerWidth,
        height: window.innerHeight,
        clockOffsetMs: Math.round(clock.offsetFromWallMs()),
        skipped: skippedTitles(
          wall.get(),
          playlist.map((each) => each.board),
          now,
        ).length,
      }
    },
  })
  window.addEventListener('online', () => socket.wake())
  keepLastGood({ wall, shelf, heardAt: socket.heardAt, offsetMs: clock.offsetFromWallMs })

  const reloadTo = createReloader({
    ownBuild,
    storage: window.sessionStorage,
    serverAnswers: async () => {
      const answer = await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' }).catch(
        () => null,
      )
      return answer?.ok ?? false
    },
    reload: () => window.location.reload(),
  })
  reloadWhenDue({ wall, look: director.look, reloadTo })
  if (kiosk) setInterval(() => kiosk.heartbeat(), heartbeatEveryMs)

  createRoot(element, {
    // Not one board but the stage itself: our bug.
    onUncaughtError: (error) => {
      console.error('floorboard: the stage failed', error)
      recover()
    },
  }).render(
    <Stage wall={wall} director={director} feedUrl={feed.url} token={feed.token} feedNow={clock.now} />,
  )
}

const element = document.getElementById('wall')
if (element)
  start(element).catch((error) => {
    console.error('floorboard: the wall could not start', error)
    recover()
  })

// A preview keeps nothing, reports nothing, makes no sound, and rests while nobody sees it.
import { createRoot } from 'react-dom/client'
import { createFeedClock } from '../../live/feed-clock.ts'
import { connectFeed } from '../../live/feed-socket.ts'
import { createStore } from '../../live/store.ts'
import { emptyWall } from '../../live/wall.ts'
import { mediaUrl } from '../../ui/surroundings.tsx'
import { createCelebrationDoor, whenPageIsIdle } from '../celebration/celebration-door.ts'
import { recoverFrom } from '../recover.ts'
import { createLoudspeaker } from '../sound/loudspeaker.ts'
import { createDirector } from '../stage/director.ts'
import { Stage } from '../stage/stage.tsx'
import { watchShape } from '../watch-shape.ts'
import type { Preview } from './read-preview.ts'
import { whenSeen } from './when-seen.ts'

export const startPreview = (element: HTMLElement, preview: Preview): void => {
  const feedUrl = window.location.origin
  const running = () => performance.now()
  const wallClock = () => Date.now()
  const wall = createStore(emptyWall)
  const clock = createFeedClock({ running, wall: wallClock }, 0)
  const shape = watchShape(wall)
  const director = createDirector({
    wall,
    clock,
    wallClock,
    shape: shape.now(),
    onWake: () => socket.wake(),
  })
  shape.onChange(director.reshape)
  const socket = connectFeed({
    url: feedUrl,
    identity: () => ({ preview }),
    waits: true,
    wall,
    clock,
    running,
    health: () => null,
    celebration: (event, message) => celebrations.take(event, message),
  })
  const celebrations = createCelebrationDoor({
    load: () => import('../celebration/celebrations.tsx'),
    whenIdle: whenPageIsIdle,
    wait: (ms, work) => setTimeout(work, ms),
    feedNow: clock.now,
    running,
    wallClock,
    storage: null,
    orders: createStore({ isAsleep: false }),
    volume: () => 0,
    speaker: createLoudspeaker(() => new AudioContext()),
    mediaUrl: (address) => mediaUrl(address, feedUrl, null),
    sendCelebrated: async () => true,
  })
  createRoot(element, { onUncaughtError: recoverFrom }).render(
    <Stage
      wall={wall}
      director={director}
      feedUrl={feedUrl}
      token={null}
      feedNow={clock.now}
      over={celebrations.over}
    />,
  )
  whenSeen({ element: document.documentElement, onSeen: socket.wake, onUnseen: socket.rest })
}

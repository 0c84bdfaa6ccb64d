// A wall without a feed: the TV's own stage with one board on it, held at the pictures' hour.
import type { Hold } from '../../shared/wire/control.ts'
import { protocolVersion, type StageMessage } from '../../shared/wire/socket.ts'
import type { BoardView } from '../../shared/wire/view.ts'
import type { Shape } from '../boards/parts/paging.ts'
import { pictureTime } from '../boards/samples/floor.ts'
import { createFeedClock } from '../live/feed-clock.ts'
import { createStore } from '../live/store.ts'
import { emptyWall, withBoard, withStage } from '../live/wall.ts'
import { createDirector } from '../tv/stage/director.ts'
import { Stage } from '../tv/stage/stage.tsx'
import { createGold } from '../wall/gold.ts'
import { stateNamed } from './catalogue.ts'
import { celebrationStateNamed } from './celebrations/celebration-states.ts'
import { celebrationOver } from './celebrations/celebration-wall.tsx'
import { changeOf } from './changes.ts'
import { takeOverTime } from './page-time.ts'
import type { Showing } from './showing.ts'

const secondsEach = 3600
/** Long enough for a scene to come in and to be seen. */
const beforeChangeMs = 1600

/** On the page's root once the change stands still at its instant. */
const heldMark = 'data-held-at'

/** The third of five boards is on, and those before it were talked about. */
const reviewOf = (board: string): NonNullable<Hold['huddle']> => ({
  title: 'Month review',
  boards: ['first', 'second', board, 'fourth', 'fifth'].map((each, index) => ({
    board: each,
    discussed: index < 2,
    spentMs: 0,
  })),
})

const heldBy = (kind: Hold['kind'], board: string, now: number): Hold => ({
  kind,
  holder: { id: 'siobhan', name: 'Siobhán Ní Bhraonáin' },
  board,
  page: 0,
  since: now,
  until: now + 12 * 60_000,
  huddle: kind === 'huddle' ? reviewOf(board) : null,
})

const stageOf = ({ state, theme, locale, currency, calm, held }: Showing, now: number): StageMessage => ({
  protocol: protocolVersion,
  build: '',
  screen: {
    id: 'gallery',
    name: 'Gallery',
    timeZone: 'America/New_York',
    calm,
    safeArea: 0.05,
    rotate: 0,
    volume: 0,
    theme,
    brand: [],
  },
  floor: { name: 'Northwind', locale, currency },
  playlists: { all: [{ board: state, seconds: secondsEach }] },
  turns: [{ from: 0, playlist: 'all' }],
  ...(held !== undefined && held !== 'nobody' && { hold: heldBy(held, state, now) }),
  now,
})

const fiveHours = 5 * 3_600_000
/** A board for out of hours is looked at in the evening. */
const timeOf = ({ kind }: BoardView): number => (kind === 'calm' ? pictureTime + fiveHours : pictureTime)

/** Lets go of what was drawn before: a page shows one state after another. */
let leave = (): void => undefined

/** The element that draws `view`, and, where the showing plays, its change into it. */
export const galleryWall = (view: BoardView, showing: Showing) => {
  const drawnAt = performance.now()
  const wallClock = () => timeOf(view) + performance.now() - drawnAt
  const clock = createFeedClock({ running: () => performance.now(), wall: wallClock }, 0)
  const changed = showing.play
    ? changeOf(view, showing.change ?? 'everything', (name) => stateNamed(`${view.id}-${name}`))
    : null
  const first = changed?.before ?? view
  const wall = createStore(
    withBoard(withStage({ ...emptyWall, link: { state: 'connected' } }, stageOf(showing, clock.now())), {
      version: 1,
      view: first,
    }),
  )
  if (changed)
    setTimeout(() => {
      const { speed, at } = showing
      const time = speed === undefined && at === undefined ? null : takeOverTime()
      wall.set((before) => withBoard(before, { version: 2, view: changed.after }))
      if (at === undefined) time?.run(speed ?? 1)
      else void time?.advanceTo(at).then(() => document.documentElement.setAttribute(heldMark, String(at)))
    }, beforeChangeMs)

  // A clock that counts seconds would be another picture with each of them.
  const runs = view.kind !== 'contest' || showing.play
  const portrait = window.matchMedia('(max-aspect-ratio: 1/1)')
  const shape = (): Shape => (portrait.matches ? 'portrait' : 'landscape')
  const director = createDirector({ wall, clock, wallClock, shape: shape(), onWake: () => undefined })
  const follow = (): void => director.reshape(shape())
  portrait.addEventListener('change', follow)
  leave()
  leave = () => {
    portrait.removeEventListener('change', follow)
    director.close()
  }
  // The gallery brings its pictures along, in its own `media`.
  const here = window.location.href.replace(/\/[^/]*$/, '')
  const gold = createGold(() => undefined)
  const celebration = celebrationStateNamed(showing.celebration ?? '')
  const over = celebration && celebrationOver(celebration, showing.at ?? null)
  return (
    <Stage
      wall={wall}
      director={director}
      feedUrl={here}
      token={null}
      feedNow={runs ? clock.now : () => timeOf(view)}
      gold={gold}
      {...(over && { over })}
    />
  )
}

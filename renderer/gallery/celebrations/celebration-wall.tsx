// A takeover on a wall without a feed: held at an instant that somebody chooses, or played from its start.
import type { ReactNode } from 'react'
import type { CelebrateMessage } from '../../../shared/wire/celebrations/view.ts'
import { pictureTime } from '../../boards/samples/floor.ts'
import { createStore, type Store } from '../../live/store.ts'
import {
  ConfettiAirProvider,
  createConfettiAir,
  openConfettiWorker,
} from '../../tv/celebration/parts/confetti-air.ts'
import { MediaProvider } from '../../tv/celebration/takeover/media-place.ts'
import { Takeover } from '../../tv/celebration/takeover/takeover.tsx'
import type { Clock } from '../../tv/celebration/takeover/timing.ts'
import type { CelebrationState } from './celebration-states.ts'

/** What is drawn over the board. `at`: ms after the start; null plays it. A frame's page is told another instant by message. */
export const celebrationOver = ({ id, view, ms }: CelebrationState, at: number | null): Store<ReactNode> => {
  const message: CelebrateMessage = {
    id,
    view,
    ms,
    startsAt: pictureTime,
    sound: null,
    isTest: false,
    silent: true,
  }
  // The gallery brings its pictures along, in its own `media`.
  const here = window.location.href.replace(/\/[^/]*$/, '')
  const urlOf = (address: string): string => `${here}${address}`
  const media = { urlOf, whenThere: async (address: string) => urlOf(address) }
  const air = createConfettiAir(openConfettiWorker)
  const draw = (clock: Clock): ReactNode => (
    <MediaProvider value={media}>
      <ConfettiAirProvider value={air}>
        <Takeover message={message} clock={clock} />
      </ConfettiAirProvider>
    </MediaProvider>
  )
  // After the board has come.
  const first: Clock = at === null ? { startedAt: performance.now() + 1200 } : { heldAt: at }
  const over = createStore<ReactNode>(draw(first))
  window.addEventListener('message', ({ origin, data }: MessageEvent<unknown>) => {
    if (origin === window.location.origin && typeof data === 'number') over.set(() => draw({ heldAt: data }))
  })
  return over
}

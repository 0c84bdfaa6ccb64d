// What TVs are told of celebrations, and what they say that they showed.

import { CelebratedMessage } from '../../../shared/wire/celebrations/view.ts'
import type { StopListening } from '../add-listener.ts'
import type { CelebrationDesk } from '../celebrations/celebration-desk.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { answerOnceKept } from './answer-once-kept.ts'
import type { Tv, Tvs } from './tv-state.ts'

interface CelebrationParts {
  readonly celebrations: Pick<CelebrationDesk, 'listen' | 'showingOn' | 'mediaAhead' | 'report'>
  readonly floor: Pick<LiveFloor, 'onStageChange'>
  readonly durable?: (() => Promise<void>) | null
}

/** A wall, or a preview of one. A playlist or a board that somebody looks at is no wall. */
const isWall = ({ data: { preview, reads } }: Tv): boolean =>
  reads && (preview === null || 'screen' in preview)

/** To a TV that comes: what it may soon need, and what is on already, which it joins where the others are. */
export const sendCelebrations = (tv: Tv, { celebrations }: CelebrationParts): void => {
  const { shows } = tv.data
  if (!isWall(tv) || shows === null) return
  const addresses = [...celebrations.mediaAhead()]
  if (addresses.length > 0) tv.emit('media-ahead', { addresses })
  for (const message of celebrations.showingOn(shows)) tv.emit('celebrate', message)
}

export const sendWhatIsCelebrated = (
  tvs: Tvs,
  { celebrations, floor }: CelebrationParts,
): readonly StopListening[] => {
  const stopCelebrating = celebrations.listen((message) => {
    const screens = new Set(message.screens)
    for (const tv of tvs.sockets.values()) {
      if (!isWall(tv) || tv.data.shows === null || !screens.has(tv.data.shows)) continue
      if ('celebrate' in message) tv.emit('celebrate', message.celebrate)
      else tv.emit('retract', { id: message.retract })
    }
  })
  let sent = JSON.stringify(celebrations.mediaAhead())
  const stopLooking = floor.onStageChange(() => {
    const addresses = [...celebrations.mediaAhead()]
    if (JSON.stringify(addresses) === sent) return
    sent = JSON.stringify(addresses)
    for (const tv of tvs.sockets.values()) if (isWall(tv)) tv.emit('media-ahead', { addresses })
  })
  return [stopCelebrating, stopLooking]
}

/** What it really showed; it says so again until it is kept. */
export const hearOfCelebrations = (tv: Tv, { celebrations, durable }: CelebrationParts): void => {
  tv.on('celebrated', (message, answer) => {
    const said = CelebratedMessage.safeParse(message)
    if (!said.success || tv.data.shows === null || typeof answer !== 'function') return
    if (celebrations.report(tv.data.shows, said.data)) answerOnceKept(durable, answer)
  })
}

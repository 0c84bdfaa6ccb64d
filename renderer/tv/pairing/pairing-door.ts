// When the pairing page is shown: for a new TV, and whenever the feed says that this one has to be paired. It goes away by
// itself, also without pairing: the screen that was taken out of the floor may come back.
import type { RefusedTv } from '../../../shared/wire/pairing.ts'
import type { Theme } from '../../../shared/wire/theme.ts'
import { createStore, type Store } from '../../live/store.ts'
import { emptyWall, type Wall } from '../../live/wall.ts'
import type { PairingRun } from './pairing-run.ts'

export interface OpenPairing {
  readonly run: PairingRun
  readonly refused: RefusedTv | null
  /** As the wall was drawn before; of a new TV, for a dark room. */
  readonly theme: Theme
}

interface PairingDoorOptions {
  readonly wall: Store<Wall>
  readonly isNew: boolean
  readonly startRun: () => PairingRun
  /** What this TV has shown is no longer for it. */
  readonly forget: () => void
}

const refusedOf = ({ link }: Wall): RefusedTv | null =>
  link.state === 'gone' ? (link.pairing ?? null) : null

/** Null while the wall is shown. */
export const createPairingDoor = ({
  wall,
  isNew,
  startRun,
  forget,
}: PairingDoorOptions): Store<OpenPairing | null> => {
  const open = createStore<OpenPairing | null>(
    isNew ? { run: startRun(), refused: null, theme: 'night' } : null,
  )
  const look = (): void => {
    const now = wall.get()
    const refused = refusedOf(now)
    if (refused !== null) {
      const isOpen = open.get() !== null
      open.set((before) => {
        const theme = now.stage?.screen.theme ?? 'night'
        if (before === null) return { run: startRun(), refused, theme }
        // Its new token was taken back before it ever came in: whoever has been paired asks for no more codes.
        if (before.run.now.get().state === 'paired') return { ...before, run: startRun(), refused }
        return JSON.stringify(before.refused) === JSON.stringify(refused) ? before : { ...before, refused }
      })
      // Also where nothing is shown at the moment: what was kept of it may be on disk.
      if (now.stage === null && isOpen) return
      forget()
      wall.set(({ link }) => ({ ...emptyWall, link }))
    } else if (now.stage !== null && now.link.state === 'connected') {
      open.get()?.run.close()
      open.set(() => null)
    }
  }
  wall.subscribe(look)
  look()
  return open
}

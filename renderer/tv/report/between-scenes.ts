// Says when this page may go and be loaded anew, so that nobody misses anything: between two scenes.
import type { Store } from '../../live/store.ts'

interface BetweenScenesOptions {
  readonly look: Store<{ readonly scene: { readonly startedAt: number; readonly endsAt: number } | null }>
  /** Nobody holds the wall, nothing is celebrated, and nothing is asked of anybody. */
  readonly isFree: () => boolean
  readonly say: () => void
}

export interface BetweenScenes {
  /** Each minute: a scene without an end has nothing before and after it. */
  everyMinute(): void
}

export const sayBetweenScenes = ({ look, isFree, say }: BetweenScenesOptions): BetweenScenes => {
  const startedAt = () => look.get().scene?.startedAt ?? null
  let before = startedAt()
  look.subscribe(() => {
    const now = startedAt()
    if (now === before) return
    before = now
    if (isFree()) say()
  })
  return {
    everyMinute: () => {
      const endsAt = look.get().scene?.endsAt ?? Number.POSITIVE_INFINITY
      if (!Number.isFinite(endsAt) && isFree()) say()
    },
  }
}

// The port to what leaves the feed because of a celebration: messages to those whom its rule tells.
import type { WordFromTheTop } from '../../../shared/wire/celebrations/view.ts'
import type { DecidedCelebration } from './decided-celebration.ts'

/** All of it rejects with `LogUnavailable` where the disk takes nothing. */
export interface CelebrationOutbox {
  /** Once it is durable; also after each restart, so that nothing is lost between the two. The same again sends nothing more. */
  celebrate(celebration: DecidedCelebration): Promise<void>
  /** It is no longer true: what was sent is corrected. `why`: in words. */
  takeBack(celebration: string, why: string): Promise<void>
  /** A leader writes on the console. `who` tells them apart. */
  write(celebration: DecidedCelebration, word: WordFromTheTop, who: string): Promise<void>
}

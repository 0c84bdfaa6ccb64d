// The port to what leaves the feed because of a celebration: messages to those whom its rule tells.
import type { CelebrationLook, CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import type { WordFromTheTop } from '../../../shared/wire/celebrations/view.ts'

/** What was decided, in words that can be sent. */
export interface DecidedCelebration {
  /** Names it everywhere; the same one may be handed over again after a restart. */
  readonly id: string
  /** As it was when it was decided. */
  readonly rule: CelebrationRule
  readonly look: CelebrationLook
  readonly title: string
  /** Ids of people of the floor, the first first; none of a team's. */
  readonly people: readonly string[]
  /** People's or teams' names. */
  readonly names: readonly string[]
  /** "Northwind Traders, $182,000"; empty where there is nothing to say. */
  readonly about: string
  readonly deal: {
    readonly source: string
    readonly id: string
    /** Of the floor's currency; null without one. */
    readonly amountMinor: number | null
    readonly account: string | null
    readonly product: string | null
    /** Names of others who are credited. */
    readonly helpers: readonly string[]
  } | null
  /** Epoch ms. */
  readonly decidedAt: number
  /** Began by hand, a test of nobody's. */
  readonly isByHand: boolean
}

export interface CelebrationOutbox {
  /** Once it is durable; also after each restart, so that nothing is lost between the two. */
  celebrate(celebration: DecidedCelebration): void
  /** It is no longer true: what was sent is corrected. `why`: in words. */
  takeBack(celebration: DecidedCelebration, why: string): void
  /** A leader writes on the console. `who` tells them apart. Rejects with `LogUnavailable`. */
  write(celebration: DecidedCelebration, word: WordFromTheTop, who: string): Promise<void>
}

/** A feed that tells nobody. */
export const noOutbox: CelebrationOutbox = {
  celebrate: () => undefined,
  takeBack: () => undefined,
  write: async () => undefined,
}

// Something planned for an instant; what exactly happens is worked out then.
import { type Day, dayMs } from '../../../../shared/domain/time/calendar-date.ts'

export interface Occasion {
  /** Epoch ms. */
  readonly at: number
  happen(): void
}

export const dayOfInstant = (at: number): Day => Math.floor(at / dayMs)

/** Earlier first; those of one second keep the order in which they were planned. */
export const inOrder = (occasions: readonly Occasion[]): Occasion[] =>
  [...occasions].sort((a, b) => a.at - b.at)

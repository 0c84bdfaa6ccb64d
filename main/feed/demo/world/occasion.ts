// Something that is going to happen at an instant; what exactly is found out then.
import { type Day, dayMs } from '../../../../shared/domain/time/calendar-date.ts'

export interface Occasion {
  /** Epoch ms. */
  readonly at: number
  happen(): void
}

export const dayOfInstant = (at: number): Day => Math.floor(at / dayMs)

/** Earlier first; what falls on one second keeps the order in which it was planned. */
export const inOrder = (occasions: readonly Occasion[]): Occasion[] =>
  [...occasions].sort((a, b) => a.at - b.at)

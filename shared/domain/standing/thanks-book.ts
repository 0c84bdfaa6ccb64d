// Thanks between colleagues, as boards ask for them.
import type { Thanks } from '../facts/thanks.ts'

export interface ThanksBook {
  /** Of that instant (epoch ms) or later, the latest first; none of what was taken back. */
  since(at: number): readonly Thanks[]
}

export const noThanks: ThanksBook = { since: () => [] }

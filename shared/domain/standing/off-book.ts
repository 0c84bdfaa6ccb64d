// What is off now, as boards ask for it.
import type { EpisodeHead } from '../../wire/exceptions.ts'

/** An open exception, as the last look found it. */
export interface OffThing extends EpisodeHead {
  readonly ruleName: string
  /** The id of the team that its owner is on now, else of the one that they were on; null: of none. */
  readonly teamNow: string | null
  readonly seenAt: number | null
  readonly wrote: string | null
  /** Set aside until then, epoch ms. */
  readonly until: number | null
}

export interface OffBook {
  /** In the order in which it has been so, the longest first. */
  open(): readonly OffThing[]
}

export const nothingOff: OffBook = { open: () => [] }

// What leaders wrote, as boards ask for it.
import type { Face } from '../../wire/view-parts.ts'

export interface TopWord {
  /** Of the celebration and the leader. */
  readonly id: string
  readonly text: string
  /** Who wrote it. */
  readonly from: Face
  readonly title: string | null
  /** Epoch ms. */
  readonly at: number
  /** Ids of people, the first first; none where it is about a team. */
  readonly people: readonly string[]
  readonly names: readonly string[]
  readonly occasion: string
  readonly deal: {
    readonly source: string
    readonly id: string
    readonly amountMinor: number | null
    readonly account: string | null
    readonly helpers: readonly string[]
  } | null
}

export interface TopWords {
  /** Written at that instant (epoch ms) or later, the latest first; none of what was taken back. */
  since(at: number): readonly TopWord[]
}

export const noTopWords: TopWords = { since: () => [] }

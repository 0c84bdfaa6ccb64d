// Awards, as boards ask for them.
import type { AwardResult } from '../../wire/awards.ts'

/** What somebody wrote of a colleague; who wrote it no board tells. */
export interface BoardNomination {
  readonly person: string
  readonly words: string
  /** Epoch ms. */
  readonly at: number
}

export interface AwardBook {
  /** The first one first. */
  nominations(award: string, on: string): readonly BoardNomination[]
  /** How rounds ended, of all awards where none is named, the latest first, at most `most`; `isWanted` left out, any. */
  results(
    award: string | null,
    ms: number,
    most: number,
    isWanted?: (result: AwardResult) => boolean,
  ): readonly AwardResult[]
}

export const noAwards: AwardBook = { nominations: () => [], results: () => [] }

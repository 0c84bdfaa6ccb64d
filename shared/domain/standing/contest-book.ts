// How contests stand, as boards ask for it.
import type { ContestStandings } from '../../wire/contests/standings.ts'

export interface ContestBook {
  /**
   * At an instant (epoch ms): of a contest that repeats, the one that runs or closes, else the next, else the last. Null for
   * one that the floor does not have.
   */
  standings(contest: string, ms: number): ContestStandings | null
  /** Final standings of all contests, the latest first, at most `most`; `isWanted` left out, any. */
  ended(
    ms: number,
    most: number,
    isWanted?: (standings: ContestStandings) => boolean,
  ): readonly ContestStandings[]
}

export const noContests: ContestBook = { standings: () => null, ended: () => [] }

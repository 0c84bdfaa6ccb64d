// Which rounds of a bracket stand on a wall: those from the one that is on, and of large ones a part on each page.
import type { ContestMatch, ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { roundOn } from './answer.ts'

/** Matches of the first round that is shown, on a page. */
export const mostMatches = 8
const mostRounds = 4

/** The first round that is shown: the one that is on; of its last ones as many as show how it came there. */
export const firstShown = ({ rounds }: Pick<ContestStandings, 'rounds'>): number => {
  let first = roundOn({ rounds })
  while (
    first > 0 &&
    rounds.length - first < mostRounds - 1 &&
    (rounds[first - 1]?.matches.length ?? 0) <= mostMatches
  )
    first -= 1
  return first
}

export const bracketPages = (standings: Pick<ContestStandings, 'rounds'>): number =>
  Math.max(1, Math.ceil((standings.rounds[firstShown(standings)]?.matches.length ?? 0) / mostMatches))

export interface ShownRound {
  /** From 0. */
  readonly round: number
  readonly matches: readonly ContestMatch[]
}

/** The rounds of a page: each has the matches into which those of the round before it lead. */
export const roundsOnPage = (
  standings: Pick<ContestStandings, 'rounds'>,
  page: number,
): readonly ShownRound[] => {
  const first = firstShown(standings)
  const shown: ShownRound[] = []
  for (let at = 0; at < mostRounds; at += 1) {
    const all = standings.rounds[first + at]?.matches
    const share = mostMatches / 2 ** at
    if (all === undefined || share < 1) break
    const matches = all.slice(Math.floor(page * share), Math.floor(page * share) + share)
    if (matches.length === 0) break
    shown.push({ round: first + at, matches })
  }
  return shown
}

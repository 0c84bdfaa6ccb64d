// A bracket played by what counts: seeds by the four weeks before, each round a part of the contest's time.
import type { ContestRound } from '../../wire/contests/standings.ts'
import type { Occasion } from '../counting/contest-occasions.ts'
import type { Zone } from '../time/zone.ts'
import { championOf, playRounds, roundsOf } from './bracket.ts'
import type { Entrant } from './entrants.ts'
import type { ContestCounts } from './lines.ts'

export interface PlayedBracket {
  readonly rounds: readonly ContestRound[]
  /** Of each who is in it: rounds won, whether they are still in it, and what they have in the round that they play or lost. */
  readonly runs: ReadonlyMap<string, { readonly won: number; readonly isIn: boolean; readonly score: number }>
  readonly isDecided: boolean
}

/** Where each round ends: of whole days the day after its last one, else an instant. As long as each other, as far as days go. */
const endsOf = ({ isByTheClock, days, from, until }: Occasion, rounds: number): readonly number[] =>
  Array.from({ length: rounds }, (_, at) =>
    isByTheClock
      ? from + Math.round(((until - from) * (at + 1)) / rounds)
      : days.from + Math.floor(((days.to - days.from) * (at + 1)) / rounds),
  )

/**
 * `ms`: now. Level at the end of a round goes on who got there first; level in that too, or both with nothing, the better
 * seed. Of a round of whole days nothing is decided before its days are over on the floor's own clock.
 */
export const playBracket = (
  counts: ContestCounts,
  entrants: readonly Entrant[],
  occasion: Occasion,
  floorZone: Zone,
  ms: number,
): PlayedBracket => {
  const seeds = entrants
    .filter(({ isThereAtStart }) => isThereAtStart)
    .map((entrant) => ({ entrant, before: counts.before(entrant) }))
    .sort((one, other) => other.before - one.before || (one.entrant.id < other.entrant.id ? -1 : 1))
    .map(({ entrant }) => entrant)
  const all = roundsOf(seeds.length)
  const ends = endsOf(occasion, all)
  const instants = ends.map((end) => (occasion.isByTheClock ? end : floorZone.startOf(end)))
  const scoreOf = (seed: number | null, round: number) => {
    const entrant = seed === null ? undefined : seeds[seed - 1]
    return entrant === undefined ? null : (counts.roundScores(entrant, ends)[round] ?? null)
  }
  const decide = (round: number, one: number, other: number): number | null => {
    if (ms < (instants[round] ?? 0)) return null
    const [a, b] = [scoreOf(one, round), scoreOf(other, round)]
    if (a === null || b === null) return Math.min(one, other)
    if (a.score !== b.score) return a.score > b.score ? one : other
    if (a.at !== b.at)
      return (a.at ?? Number.POSITIVE_INFINITY) < (b.at ?? Number.POSITIVE_INFINITY) ? one : other
    return Math.min(one, other)
  }
  const played = playRounds(seeds.length, decide)
  const idOf = (seed: number | null): string | null => (seed === null ? null : (seeds[seed - 1]?.id ?? null))
  const runs = new Map(seeds.map(({ id }) => [id, { won: 0, isIn: true, score: 0 }]))
  for (const [round, matches] of played.entries())
    for (const { one, other, winner } of matches)
      for (const seed of [one, other]) {
        const run = runs.get(idOf(seed) ?? '')
        if (run === undefined) continue
        const hasBegun = round === 0 || ms >= (instants[round - 1] ?? 0)
        if (hasBegun) run.score = scoreOf(seed, round)?.score ?? 0
        if (winner === null) continue
        if (winner === seed) run.won += 1
        else run.isIn = false
      }
  return {
    rounds: played.map((matches, round) => ({
      from: round === 0 ? occasion.from : (instants[round - 1] ?? occasion.from),
      until: instants[round] ?? occasion.until,
      matches: matches.map(({ one, other, winner }) => ({
        one: idOf(one),
        other: idOf(other),
        oneScore: scoreOf(one, round)?.score ?? null,
        otherScore: scoreOf(other, round)?.score ?? null,
        winner: idOf(winner),
        isFree: round === 0 && (one === null) !== (other === null),
      })),
    })),
    runs,
    isDecided: seeds.length > 0 && championOf(seeds.length, played) !== null,
  }
}

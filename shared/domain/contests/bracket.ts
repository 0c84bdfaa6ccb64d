// Head to head in rounds until one is left: who meets whom, who has a free round, and who comes how far.

export interface Match {
  /** Entrants by their seed, 1 the best; null: nobody, so that the other one goes on. */
  readonly one: number | null
  readonly other: number | null
}

export interface PlayedMatch extends Match {
  /** The seed that goes on; null while it is not decided. */
  readonly winner: number | null
}

/** The first round first; of each the matches in the order in which they are drawn. */
export type Rounds = readonly (readonly PlayedMatch[])[]

/** Rounds until one of so many is left: none for one. */
export const roundsOf = (entrants: number): number => (entrants < 2 ? 0 : Math.ceil(Math.log2(entrants)))

/**
 * Seeds in the order of a first round of 2^rounds places: the best two can meet in the last round only, the best four in the
 * one before it, and so on. Each round of a smaller bracket is opened into two places, of which the second is the seed that
 * makes their sum one more than there are places.
 */
const places = (rounds: number): readonly number[] =>
  Array.from({ length: rounds }).reduce<readonly number[]>(
    (seeds) => seeds.flatMap((seed) => [seed, 2 * seeds.length + 1 - seed]),
    [1],
  )

/** The matches of the first round; the best seeds are free where there are fewer entrants than places. */
export const firstRound = (entrants: number): readonly Match[] => {
  const seeds = places(roundsOf(entrants)).map((seed) => (seed <= entrants ? seed : null))
  return Array.from({ length: seeds.length >> 1 }, (_, at) => ({
    one: seeds[2 * at] ?? null,
    other: seeds[2 * at + 1] ?? null,
  }))
}

/**
 * All rounds as far as they are decided. `decide`: who goes on of two seeds in a round, from 0; null while it is not over.
 * Nobody is asked about a free round.
 */
export const playRounds = (
  entrants: number,
  decide: (round: number, one: number, other: number) => number | null,
): Rounds => {
  const play = (round: number, { one, other }: Match, isOpen: boolean): PlayedMatch => {
    if (one !== null && other !== null) return { one, other, winner: decide(round, one, other) }
    // Before it is known who comes, a place is as empty as a free one.
    return { one, other, winner: isOpen ? null : (one ?? other) }
  }
  const rounds: (readonly PlayedMatch[])[] = []
  let matches = firstRound(entrants)
  let isOpen = false
  for (let round = 0; round < roundsOf(entrants); round += 1) {
    const played = matches.map((match) => play(round, match, isOpen))
    rounds.push(played)
    isOpen = true
    matches = Array.from({ length: played.length >> 1 }, (_, at) => ({
      one: played[2 * at]?.winner ?? null,
      other: played[2 * at + 1]?.winner ?? null,
    }))
  }
  return rounds
}

/** Who is left, by seed; null while it is not decided, and where nobody takes part. */
export const championOf = (entrants: number, rounds: Rounds): number | null =>
  entrants === 1 ? 1 : (rounds.at(-1)?.[0]?.winner ?? null)

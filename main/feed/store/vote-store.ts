// The port to what people wrote and chose in a round of an award that is not decided yet. It stands beside the log and not in
// it: a vote is nobody's business but the voter's, and the log forgets nothing. No method says who voted for whom.
import type { VoteRules, VoteTotals } from '../../../shared/domain/facts/votes.ts'

/** A round: an award's id, and the first date of the period. */
export interface RoundKey {
  readonly award: string
  readonly on: string
}

/** Why a colleague. People are ids of the floor file; `at` is epoch ms. */
export interface StoredNomination extends RoundKey {
  readonly id: string
  readonly author: string
  readonly person: string
  readonly words: string
  readonly at: number
}

export interface StoredVote extends RoundKey {
  readonly voter: string
  readonly person: string
  readonly at: number
}

/** The disk takes nothing, or is away: nothing of what was asked has been kept. */
export class VotesUnavailable extends Error {
  override readonly name = 'VotesUnavailable'
}

/** Everything that writes, and every sum, throws `VotesUnavailable` where the file cannot be used. */
export interface VoteStore {
  /** Of a round, the first one first. */
  nominations(round: RoundKey): readonly StoredNomination[]
  nomination(id: string): StoredNomination | null
  /** False where one of this id is there already: nothing is changed before. */
  nominate(nomination: StoredNomination): boolean
  /** False where it was not there. */
  takeBack(id: string): boolean
  /** In place of the voter's one before: each has one. */
  vote(vote: StoredVote): void
  hasVoted(round: RoundKey, voter: string): boolean
  /** How many votes of these people there are, for whomever. */
  turnout(round: RoundKey, voters: ReadonlySet<string>): number
  /** Sums alone. */
  totals(round: RoundKey, rules: VoteRules): VoteTotals
  /** Rounds of which there is anything, with when something was last written (epoch ms). */
  rounds(): readonly (RoundKey & { readonly at: number })[]
  /** All of a round. What was forgotten is not in the file any more. */
  forget(round: RoundKey): void
  close(): void
}

/** Where the file can be neither read nor made: nothing is known, and nothing is taken. */
export const noVotes = (why: string): VoteStore => {
  const refuse = (): never => {
    throw new VotesUnavailable(why)
  }
  return {
    nominations: () => [],
    nomination: () => null,
    nominate: refuse,
    takeBack: refuse,
    vote: refuse,
    hasVoted: () => false,
    turnout: () => 0,
    totals: refuse,
    rounds: () => [],
    forget: refuse,
    close: () => undefined,
  }
}

// Votes into sums: one of each who may vote, for somebody else who can be chosen. What comes out says of nobody whom they chose.

/** Who gave it, and whom they chose: ids of the floor file. */
export interface Ballot {
  readonly voter: string
  readonly person: string
}

export interface VoteRules {
  /** Who works there, and may vote, when it is decided. */
  readonly mayVote: ReadonlySet<string>
  /** Who can be chosen then. */
  readonly canWin: ReadonlySet<string>
}

export interface VoteTotals {
  /** By person; nobody without a vote is in it. */
  readonly votes: ReadonlyMap<string, number>
  /** How many votes counted. */
  readonly voted: number
}

/** `ballots`: one for each voter, as they last chose. */
export const countVotes = (ballots: readonly Ballot[], { mayVote, canWin }: VoteRules): VoteTotals => {
  const votes = new Map<string, number>()
  for (const { voter, person } of ballots) {
    if (voter === person || !mayVote.has(voter) || !canWin.has(person)) continue
    votes.set(person, (votes.get(person) ?? 0) + 1)
  }
  return { votes, voted: [...votes.values()].reduce((sum, each) => sum + each, 0) }
}

// How a round of an award ends: who is chosen, by which rule.
import { type Award, type AwardResult, fewestToldVotes } from '../../wire/awards.ts'
import type { AwardRound } from '../counting/award-rounds.ts'
import type { VoteRules, VoteTotals } from '../facts/votes.ts'
import type { Member } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { bestOf, electable, planOfAward, rankedAt, shortlistOf, votersOf } from './candidates.ts'

/** Why somebody, as it was written on a phone. */
export interface Reason {
  readonly person: string
  readonly words: string
}

interface Ending {
  /** Of the round, the first one first. */
  readonly reasons: readonly Reason[]
  /** The sums of the votes by these rules: nobody is told of single ones. */
  readonly totals: (rules: VoteRules) => VoteTotals
}

const idsOf = (members: readonly Member[]): ReadonlySet<string> => new Set(members.map(({ id }) => id))

/** All who have most, at least one; none where nobody has any. */
const withMost = (votes: ReadonlyMap<string, number>): ReadonlySet<string> => {
  const most = Math.max(0, ...votes.values())
  return new Set([...votes].flatMap(([person, count]) => (count === most && count > 0 ? [person] : [])))
}

/**
 * At its close, whenever that is worked out. By vote: most votes. By metric: the best at it. By both: of the three best at it
 * whoever has most votes; the best, where nobody voted. Equals share it.
 */
export const resultOf = (
  numbers: Numbers,
  award: Award,
  round: AwardRound,
  { reasons, totals }: Ending,
): AwardResult => {
  const { closesAt, days } = round
  const voters = votersOf(numbers, award, closesAt - 1)
  const members = electable(voters)
  const plan = planOfAward(numbers, award)
  const ranked = plan === null ? [] : rankedAt(numbers, award, plan, days, members)
  const values = new Map(ranked.map(({ member, value }) => [member.id, value]))
  const shortlist = award.by === 'both' ? shortlistOf(ranked).map(({ member }) => member.id) : []
  const nominated = new Set(reasons.map(({ person }) => person))
  const canWin = new Set(
    award.by === 'both'
      ? shortlist
      : members.flatMap(({ id }) => (award.by === 'vote' && nominated.has(id) ? [id] : [])),
  )
  const { votes, voted } =
    award.by === 'metric' ? { votes: new Map(), voted: 0 } : totals({ mayVote: idsOf(voters), canWin })
  const best = new Set(bestOf(ranked, 1).map(({ member }) => member.id))
  const chosen = award.by === 'metric' || (award.by === 'both' && voted === 0) ? best : withMost(votes)
  const tells = award.tellsVotes && voted >= fewestToldVotes
  return {
    award: award.id,
    name: award.name,
    on: round.on,
    every: award.every,
    from: round.from,
    until: round.until,
    closedAt: closesAt,
    by: award.by,
    metric: plan && {
      id: plan.metric.id,
      name: plan.metric.name,
      noun: plan.metric.noun ?? plan.metric.name,
      unit: plan.metric.unit,
    },
    prize: award.prize ?? null,
    winners: members
      .filter(({ id }) => chosen.has(id))
      .map(({ id, name }) => ({
        person: id,
        name,
        words: reasons.find(({ person }) => person === id)?.words ?? null,
        votes: tells ? (votes.get(id) ?? 0) : null,
        value: values.get(id) ?? null,
      })),
    shortlist,
    voted,
    voters: award.by === 'metric' ? 0 : voters.length,
  }
}

/**
 * Whether by the metric as it is counted now it would have ended otherwise: another is the best, or others stand for the vote.
 * Votes are counted once, and gone. Where its rules are others by now, nothing is said.
 */
export const isChangedSince = (
  numbers: Numbers,
  award: Award,
  round: AwardRound,
  result: AwardResult,
): boolean => {
  const plan = planOfAward(numbers, award)
  if (plan === null || result.by !== award.by || result.metric?.id !== plan.metric.id) return false
  const members = electable(votersOf(numbers, award, result.closedAt - 1))
  const ranked = rankedAt(numbers, award, plan, round.days, members)
  const now = award.by === 'both' ? shortlistOf(ranked) : bestOf(ranked, 1)
  const then = award.by === 'both' ? result.shortlist : result.winners.map(({ person }) => person)
  const ids = now.map(({ member }) => member.id)
  return ids.length !== then.length || ids.some((id) => !then.includes(id))
}

// Whether an activity was a conversation, by the floor’s own rule.
import type { ConversationRule } from '../../wire/conversation.ts'
import type { Fact } from '../../wire/fact.ts'
import type { Metric } from '../../wire/floor.ts'
import { foldedName } from '../people/name-key.ts'

/** The field by which metrics ask for it. */
export const conversationField = 'conversation'

/** False for deals, and for what says neither how long it was nor what came of it. Outcomes are compared as names are. */
export const createIsConversation = ({
  seconds,
  outcomes,
  notOutcomes,
}: ConversationRule): ((fact: Fact) => boolean) => {
  const [yes, no] = [outcomes, notOutcomes].map((each) => new Set(each.map(foldedName)))
  return (fact) => {
    if (fact.type !== 'activity') return false
    const outcome = fact.outcome == null ? null : foldedName(fact.outcome)
    if (outcome !== null && no?.has(outcome)) return false
    return (fact.durationSeconds ?? 0) >= seconds || (outcome !== null && yes?.has(outcome) === true)
  }
}

export const asksForConversations = ({ of, earlier = [] }: Pick<Metric, 'of' | 'earlier'>): boolean =>
  [of, ...earlier.map((each) => each.of)].some(
    (each) => 'from' in each && each.where.some(({ field }) => field === conversationField),
  )

// When a call is a conversation. Dialers tell how long somebody talked and what came of it in their own words, a CRM what somebody
// noted: the floor says which of it counts.
import { z } from 'zod'

const Outcome = z.string().trim().min(1).max(200)

/** One of at least so many seconds, or with one of these outcomes; never with one of `notOutcomes`. Outcomes as their sources write them. */
export const ConversationRule = z.strictObject({
  seconds: z.int('must be whole seconds').min(1).max(86_400).default(60),
  outcomes: z.array(Outcome).max(50).default(['conversation']),
  notOutcomes: z.array(Outcome).max(50).default(['voicemail']),
})
export type ConversationRule = z.infer<typeof ConversationRule>

export const usualConversation: ConversationRule = {
  seconds: 60,
  outcomes: ['conversation'],
  notOutcomes: ['voicemail'],
}

// A leg of a call of Dialpad as an activity of the user who had it.
import type { VendorFact } from '../connector.ts'
import type { DialpadCall } from './answers.ts'

export const factId = (id: string): string => `call:${id}`

const isUser = ({ target }: DialpadCall): boolean => (target?.type ?? 'user') === 'user'

/**
 * A call to a line has a leg of the line’s own beside that of whoever answered: the second is the call. The first is one only
 * where nobody answered.
 */
export const isCounted = (call: DialpadCall): boolean =>
  isUser(call) || (!call.date_connected && !call.operator_call_id)

const nameOf = (call: DialpadCall): string => {
  const { target } = call
  if (!target || !isUser(call)) return 'Dialpad: nobody'
  return (target.email?.toLowerCase() || target.name) ?? `Dialpad user ${target.id ?? ''}`
}

/** What came of it in a word; whether it was a conversation is the floor’s own rule. Null while it goes on. */
const outcomeOf = (call: DialpadCall): string | null => {
  if (!call.date_ended) return null
  if (call.voicemail_share_link) return 'voicemail'
  if (call.date_connected) return 'answered'
  return call.direction === 'outbound' ? 'no answer' : 'missed'
}

/** From the answer to the end, to the millisecond: ringing is no talk. Null while it goes on. */
const talkSeconds = ({ date_connected: connected, date_ended: ended }: DialpadCall): number | null => {
  if (!ended) return null
  return connected ? Math.max(0, Math.round(ended - connected)) / 1000 : 0
}

/** Nothing of whom it was with. */
export const callFact = (call: DialpadCall): VendorFact => {
  const labels = call.labels ?? []
  const fields: Record<string, string> = {
    ...(call.direction && { Direction: call.direction.slice(0, 100) }),
    ...(!isUser(call) && call.target?.name && { Line: call.target.name.slice(0, 500) }),
    ...(labels.length > 0 && { Tags: labels.join(', ').slice(0, 2000) }),
  }
  return {
    id: factId(call.call_id),
    type: 'activity',
    kind: 'call',
    at: new Date(call.date_started).toISOString(),
    durationSeconds: talkSeconds(call),
    outcome: outcomeOf(call),
    ...(Object.keys(fields).length > 0 && { fields }),
    credits: [{ rep: nameOf(call).slice(0, 200) }],
  }
}

// A call of Aircall as an activity of the user who had it.
import type { VendorFact } from '../connector.ts'
import type { AircallCall, AircallUser } from './answers.ts'

export const factId = (id: string): string => `call:${id}`

/** As sources name people: by e-mail, else by extension, which the floor's aliases are compared with. */
export const nameOfUser = (user: AircallUser | null | undefined): string => {
  if (!user) return 'Aircall: nobody'
  return (user.email?.toLowerCase() || user.extension || user.name) ?? `Aircall user ${user.id}`
}

/** From the answer to the end: ringing is no talk. Null while it goes on. */
export const talkSeconds = ({ answered_at: answered, ended_at: ended }: AircallCall): number | null => {
  if (!ended) return null
  return answered ? Math.max(0, ended - answered) : 0
}

/** What came of it in the vendor's words; whether it was a conversation is the floor's own rule. Null while it goes on. */
const outcomeOf = (call: AircallCall): string | null => {
  if (!call.ended_at) return null
  if (call.voicemail) return 'voicemail'
  if (call.answered_at) return 'answered'
  return call.direction === 'outbound' ? 'no answer' : 'missed'
}

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** Nothing of whom it was with: neither number nor name. */
export const callFact = (call: AircallCall): VendorFact => {
  const tags = (call.tags ?? []).map(({ name }) => name)
  const fields: Record<string, string> = {
    ...(call.direction && { Direction: call.direction.slice(0, 100) }),
    ...(call.number?.name && { Line: call.number.name.slice(0, 500) }),
    ...(call.missed_call_reason && { 'Missed because': call.missed_call_reason.slice(0, 200) }),
    ...(tags.length > 0 && { Tags: tags.join(', ').slice(0, 2000) }),
  }
  return {
    id: factId(call.id),
    type: 'activity',
    kind: 'call',
    at: isoOf(call.started_at),
    durationSeconds: talkSeconds(call),
    outcome: outcomeOf(call),
    ...(Object.keys(fields).length > 0 && { fields }),
    credits: [{ rep: nameOfUser(call.user).slice(0, 200) }],
  }
}

// Calls, meetings and e-mails of HubSpot as activities of whoever owns them.
import type { VendorFact, VendorOwner } from '../connector.ts'
import type { HubSpotObject } from './answers.ts'
import { factId, instantOf, isoOf, nameOfOwner } from './deal-facts.ts'

export const callProperties = [
  'hs_timestamp',
  'hs_call_duration',
  'hs_call_disposition',
  'hs_call_direction',
  'hubspot_owner_id',
  'hs_lastmodifieddate',
] as const

export const meetingProperties = [
  'hs_timestamp',
  'hs_meeting_start_time',
  'hs_meeting_end_time',
  'hs_meeting_outcome',
  'hubspot_owner_id',
  'hs_lastmodifieddate',
] as const

/** Nothing of what an e-mail says, nor to whom. */
export const emailProperties = [
  'hs_timestamp',
  'hs_email_direction',
  'hs_email_status',
  'hubspot_owner_id',
  'hs_lastmodifieddate',
] as const

interface ActivityContext {
  readonly owners: ReadonlyMap<string, VendorOwner>
  /** Outcomes of calls by their ids. */
  readonly dispositions: ReadonlyMap<string, string>
}

/** A length that is none, or longer than a week, says nothing. */
const secondsOf = (ms: number | null): number | null =>
  ms !== null && ms >= 0 && ms <= 604_800_000 ? ms / 1000 : null

/** Null for one without a time: it can count on no day. */
export const callFact = (
  { id, properties: p }: HubSpotObject,
  { owners, dispositions }: ActivityContext,
): VendorFact | null => {
  const at = isoOf(p['hs_timestamp'])
  if (at === null) return null
  const disposition = p['hs_call_disposition']
  const direction = p['hs_call_direction']
  return {
    id: factId('call', id),
    version: isoOf(p['hs_lastmodifieddate']),
    type: 'activity',
    kind: 'call',
    at,
    durationSeconds: secondsOf(p['hs_call_duration'] ? Number(p['hs_call_duration']) : null),
    outcome: disposition ? (dispositions.get(disposition) ?? disposition).slice(0, 1000) : null,
    ...(direction && { fields: { Direction: direction.slice(0, 2000) } }),
    credits: [{ rep: nameOfOwner(p['hubspot_owner_id'], owners) }],
  }
}

export const meetingFact = (
  { id, properties: p }: HubSpotObject,
  { owners }: ActivityContext,
): VendorFact | null => {
  const start = instantOf(p['hs_meeting_start_time']) ?? instantOf(p['hs_timestamp'])
  if (start === null) return null
  const end = instantOf(p['hs_meeting_end_time'])
  return {
    id: factId('meeting', id),
    version: isoOf(p['hs_lastmodifieddate']),
    type: 'activity',
    kind: 'meeting',
    at: new Date(start).toISOString(),
    durationSeconds: secondsOf(end === null ? null : end - start),
    outcome: p['hs_meeting_outcome']?.slice(0, 1000) || null,
    credits: [{ rep: nameOfOwner(p['hubspot_owner_id'], owners) }],
  }
}

/** One that was sent, or an answer to one; null for what is planned, failed, came back, or was forwarded to HubSpot by whomever. */
const kindOfEmail = ({ properties: p }: HubSpotObject): 'email' | 'reply' | null => {
  const direction = p['hs_email_direction']
  if (direction === 'INCOMING_EMAIL') return 'reply'
  // One that was logged by hand may say nothing of its way.
  return direction === 'EMAIL' && (p['hs_email_status'] || 'SENT') === 'SENT' ? 'email' : null
}

export const emailCounts = (object: HubSpotObject): boolean =>
  kindOfEmail(object) !== null && isoOf(object.properties['hs_timestamp']) !== null

export const emailFact = (
  object: HubSpotObject,
  { owners }: Pick<ActivityContext, 'owners'>,
): VendorFact | null => {
  const { id, properties: p } = object
  const [kind, at] = [kindOfEmail(object), isoOf(p['hs_timestamp'])]
  if (kind === null || at === null) return null
  return {
    id: factId('email', id),
    version: isoOf(p['hs_lastmodifieddate']),
    type: 'activity',
    kind,
    at,
    credits: [{ rep: nameOfOwner(p['hubspot_owner_id'], owners) }],
  }
}

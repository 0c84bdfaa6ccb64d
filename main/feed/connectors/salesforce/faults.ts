// What Salesforce says when it refuses: a list of codes with sentences, under HTTP statuses that say less.

import type { VendorReply } from '../send-request.ts'
import { SourceTrouble } from '../source-trouble.ts'
import type { FaultIn, Usage } from '../vendor-client.ts'
import { Faults } from './answers.ts'

const codes: Readonly<Record<string, FaultIn['kind']>> = {
  // The day's calls of the whole organization are used up, or too many long ones are under way.
  REQUEST_LIMIT_EXCEEDED: 'busy',
  INVALID_SESSION_ID: 'sign-in',
  API_DISABLED_FOR_ORG: 'rights',
  API_CURRENTLY_DISABLED: 'rights',
  INSUFFICIENT_ACCESS: 'rights',
  INSUFFICIENT_ACCESS_OR_READONLY: 'rights',
  // A field or an object that the user may not see is one that is not there.
  INVALID_FIELD: 'rights',
  INVALID_TYPE: 'rights',
  NOT_FOUND: 'rights',
  SERVER_UNAVAILABLE: 'away',
  QUERY_TIMEOUT: 'away',
  UNKNOWN_EXCEPTION: 'away',
}

/** How long the organization's own limit is waited for; it moves with the last 24 hours. */
const limitMs = 900_000

export const faultIn = (body: unknown): FaultIn => {
  const first = Faults.safeParse(body).data?.[0]
  const kind = codes[first?.errorCode ?? '']
  return { message: first?.message ?? null, scopes: [], ...(kind !== undefined && { kind }) }
}

export const giveRights =
  'In Salesforce open Setup, Users, Permission Sets, the set of the user that the app runs as, and add what is missing.'

/** Of one request among several that were sent together. */
export const troubleOf = (status: number, body: unknown, what: string): SourceTrouble => {
  const { message, kind = status === 403 ? 'rights' : status >= 500 ? 'away' : 'strange' } = faultIn(body)
  const said =
    message === null ? '' : ` It says: “${message.replace(/\s+/g, ' ').slice(0, 240).toWellFormed()}”`
  if (kind === 'rights')
    return new SourceTrouble('rights', `The user may not read ${what}.${said}`, {
      click: giveRights,
      scopes: [what],
    })
  if (kind === 'busy')
    return new SourceTrouble('busy', 'Salesforce’s own limit of calls a day is reached.', {
      retryAfterMs: limitMs,
    })
  return kind === 'away'
    ? new SourceTrouble('away', `Salesforce has trouble of its own.${said}`)
    : new SourceTrouble(kind, `Salesforce refused a question (${status}).${said}`)
}

/** `api-usage=10018/100000`, of all programs of the organization in the last 24 hours. */
export const usageIn = (headers: VendorReply['headers']): Usage | null => {
  const header = headers['sforce-limit-info']
  const found = /\bapi-usage=(\d+)\/(\d+)/.exec(typeof header === 'string' ? header : '')
  return found === null || Number(found[2]) === 0 ? null : { used: Number(found[1]), of: Number(found[2]) }
}

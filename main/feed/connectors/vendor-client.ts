// The small HTTP client that a connector gets: it signs in, keeps to the vendor's pace and budget, reads JSON without losing a
// digit, and says in words what went wrong. A connector never holds the key.

import type { TroubleKind } from '../../../shared/wire/sources.ts'
import type { SignedIn } from './connector.ts'
import { parseExactJson } from './exact-json.ts'
import type { SendRequest, VendorReply } from './send-request.ts'
import { SourceTrouble } from './source-trouble.ts'

export interface VendorCall {
  readonly method: 'GET' | 'POST'
  /** After the vendor's address, with its query. */
  readonly path: string
  readonly body?: unknown
  /** Whether it is one of those that the vendor wants less often. */
  readonly isSearch?: boolean
  /** Whether what it asks for may be gone: the answer is null then. */
  readonly mayLack?: boolean
  /** On whose behalf, where the vendor lets one in for each person; each has a sign-in of their own. */
  readonly as?: string
}

export interface VendorClient {
  /** Rejects with `SourceTrouble`. */
  call(call: VendorCall): Promise<unknown>
}

/** Calls of a day, shared by all that ask the same vendor with the same key. */
export interface CallBudget {
  /** False where the day's share is used up. */
  spend(): boolean
  today(): number
}

interface BudgetParts {
  /** Calls a day that the vendor allows; null where it names none. */
  readonly perDay: number | null
  readonly now: () => number
}

/** Others use the same account too. */
const ownShare = 0.8
const dayMs = 86_400_000

/** Days of UTC, as most vendors count them. */
export const createCallBudget = ({
  perDay,
  now,
}: BudgetParts): CallBudget & { readonly of: number | null } => {
  const of = perDay === null ? null : Math.floor(perDay * ownShare)
  let day = -1
  let calls = 0
  const roll = (): void => {
    const today = Math.floor(now() / dayMs)
    if (today === day) return
    day = today
    calls = 0
  }
  return {
    of,
    spend: () => {
      roll()
      if (of !== null && calls >= of) return false
      calls += 1
      return true
    },
    today: () => {
      roll()
      return calls
    },
  }
}

/** What a vendor says of a fault. `kind` where its own code tells more than the status does. */
export interface FaultIn {
  readonly message: string | null
  readonly scopes: readonly string[]
  readonly kind?: TroubleKind
}

export interface VendorClientParts {
  readonly vendor: string
  /** What must be in no sentence. */
  readonly secrets: readonly string[]
  /** Its address is without a slash at the end. Rejects with `SourceTrouble`. */
  readonly signIn: (as: string | null) => Promise<SignedIn & { readonly api: string }>
  readonly send: SendRequest
  readonly budget: CallBudget
  /** Between two calls, and between two searches, ms. */
  readonly spacingMs: { readonly usual: number; readonly search: number }
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** Where a new key is made. */
  readonly newKey: string
  /** Where rights are given. */
  readonly giveRights: string
  /** What the vendor itself says of a fault, and the rights that it misses. */
  readonly faultIn: (body: unknown) => FaultIn
}

const mostWords = 240
/** Shorter ones would take letters out of words. */
const leastSecret = 6

const retryAfterOf = ({ headers }: VendorReply, now: number): number | null => {
  const header = headers['retry-after']
  if (typeof header !== 'string') return null
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Math.ceil(Number(header) * 1000)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

const looksLikePage = (text: string): boolean => /^\s*<(!doctype|html|\?xml)/i.test(text)

export const createVendorClient = (parts: VendorClientParts): VendorClient => {
  const { vendor, send, budget, now, sleep } = parts
  const freeAt = { usual: 0, search: 0 }
  const sessions = new Map<string | null, SignedIn & { readonly api: string }>()

  const session = async (as: string | null): Promise<SignedIn & { readonly api: string }> => {
    const known = sessions.get(as)
    if (known !== undefined && (known.until === null || now() < known.until)) return known
    const signedIn = await parts.signIn(as)
    sessions.set(as, signedIn)
    return signedIn
  }

  /** A key, or a part of one, that a vendor repeats in its answer goes no further. */
  const withoutKey = (text: string): string =>
    parts.secrets
      .filter((secret) => secret.length >= leastSecret)
      .reduce((words, secret) => words.replaceAll(secret, '…'), text)
      .replace(/pat-[a-z0-9-]{8,}|Bearer\s+\S+/gi, '…')
      .replace(/\s+/g, ' ')
      .slice(0, mostWords)
      .toWellFormed()

  const parse = (reply: VendorReply): unknown => {
    try {
      return parseExactJson(reply.text)
    } catch {
      return undefined
    }
  }

  const once = async ({ method, path, body, isSearch = false, as }: VendorCall): Promise<VendorReply> => {
    if (!budget.spend())
      throw new SourceTrouble(
        'busy',
        `The calls that this floor allows itself of ${vendor}’s day are used up; it goes on tomorrow.`,
        { retryAfterMs: 3_600_000 },
      )
    const kind = isSearch ? 'search' : 'usual'
    const wait = freeAt[kind] - now()
    freeAt[kind] = Math.max(freeAt[kind], now()) + parts.spacingMs[kind]
    if (wait > 0) await sleep(wait)
    const { headers, api } = await session(as ?? null)
    return send({
      method,
      url: `${api}${path}`,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    })
  }

  const troubleOf = (reply: VendorReply): SourceTrouble => {
    const { status } = reply
    const { message, scopes, kind } = parts.faultIn(parse(reply))
    const said = message === null ? '' : ` It says: “${withoutKey(message)}”`
    if (status === 401)
      return new SourceTrouble('sign-in', `${vendor} does not take the key any more.${said}`, {
        click: `${parts.newKey}, then paste the new key here.`,
      })
    if (kind === 'rights' || (status === 403 && kind === undefined))
      return new SourceTrouble(
        'rights',
        scopes.length > 0
          ? `The key may not read this: ${scopes.join(', ')} is missing.`
          : `The key may not read this.${said}`,
        { click: parts.giveRights, scopes },
      )
    if (kind === 'busy' || status === 429)
      return new SourceTrouble('busy', `${vendor} asks to be called less often.`, {
        retryAfterMs: retryAfterOf(reply, now()),
      })
    if (status >= 500)
      return new SourceTrouble('away', `${vendor} has trouble of its own (${status}).`, {
        retryAfterMs: retryAfterOf(reply, now()),
      })
    return new SourceTrouble('strange', `${vendor} refused a question (${status}).${said}`)
  }

  return {
    call: async (call) => {
      let reply = await once(call)
      // Once more: a sign-in that is over, or that the vendor has just moved, is answered so too.
      if (reply.status === 401) {
        sessions.delete(call.as ?? null)
        reply = await once(call)
      }
      const isGone = reply.status === 404 || reply.status === 410
      if (call.mayLack && isGone && parse(reply) !== undefined) return null
      if (reply.status < 200 || reply.status > 299) throw troubleOf(reply)
      const body = parse(reply)
      if (typeof body === 'object' && body !== null) return body
      throw new SourceTrouble(
        'strange',
        looksLikePage(reply.text)
          ? `${vendor} answered with a web page in the place of numbers: something between it and the feed answers for it.`
          : `${vendor} answered with something that is no JSON.`,
      )
    },
  }
}

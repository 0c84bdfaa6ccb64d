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
  /** Of the vendor's day, where it counts otherwise than by calls; left out: 1. */
  readonly cost?: number
  /** Whether what it asks for may be gone: the answer is null then. */
  readonly mayLack?: boolean
  /** On whose behalf, where the vendor lets one in for each person; each has a sign-in of their own. */
  readonly as?: string
}

export type Session = SignedIn & { readonly api: string }

export interface VendorClient {
  /** Rejects with `SourceTrouble`. */
  call(call: VendorCall): Promise<unknown>
  /** For what is asked in another way than by a call. `anew`: the vendor took the last one no more. Rejects with `SourceTrouble`. */
  session(anew?: boolean): Promise<Session>
  /** What the vendor allows in a day, as far as it is known. */
  perDay(): number | null
}

/** Calls of a day, or whatever the vendor counts, shared by all that ask the same vendor with the same key. */
export interface CallBudget {
  /** False where the day's share is used up. */
  spend(cost?: number): boolean
  /** How many calls. */
  today(): number
  /** What the vendor itself says that all who ask it have used of its day. */
  note(usage: Usage): void
  /** How many calls it may be; null where the vendor names no limit, or counts otherwise than by calls. */
  readonly of: number | null
  /** What the vendor allows in a day, in whatever it counts. */
  perDay(): number | null
}

export interface Usage {
  readonly used: number
  readonly of: number
}

interface BudgetParts {
  /** Calls a day that the vendor allows; null where it names none. */
  readonly perDay: number | null
  readonly now: () => number
}

/** Others use the same account too. */
const ownShare = 0.8
const dayMs = 86_400_000
/** What a vendor said of its day is asked for anew by then, with a call: its midnight may be another than ours. */
const usageMs = 3_600_000

/** Days of UTC, as most vendors count them. */
export const createCallBudget = ({ perDay, now }: BudgetParts): CallBudget => {
  let told: (Usage & { readonly at: number }) | null = null
  let day = -1
  let calls = 0
  let spent = 0
  const shareOf = (most: number): number => Math.floor(most * ownShare)
  const most = (): number | null => told?.of ?? perDay
  const roll = (): void => {
    const today = Math.floor(now() / dayMs)
    if (today === day) return
    day = today
    calls = 0
    spent = 0
  }
  const fits = (cost: number): boolean => {
    if (told !== null && now() - told.at < usageMs) return told.used + cost <= shareOf(told.of)
    const of = most()
    return of === null || spent + cost <= shareOf(of)
  }
  return {
    get of() {
      const of = most()
      return of === null || calls !== spent ? null : shareOf(of)
    },
    spend: (cost = 1) => {
      roll()
      if (!fits(cost)) return false
      calls += 1
      spent += cost
      return true
    },
    note: (usage) => {
      told = { ...usage, at: now() }
    },
    today: () => {
      roll()
      return calls
    },
    perDay: most,
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
  readonly signIn: (as: string | null) => Promise<Session>
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
  /** What its headers say of the day's calls; left out where they say nothing. */
  readonly usageIn?: ((headers: VendorReply['headers']) => Usage | null) | undefined
  /** How long it wants to be left alone, ms, where it says so otherwise than by `Retry-After`. */
  readonly waitIn?: ((headers: VendorReply['headers']) => number | null) | undefined
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
  const sessions = new Map<string | null, Session>()
  const signingIn = new Map<string | null, Promise<Session>>()

  const session = async (as: string | null): Promise<Session> => {
    const known = sessions.get(as)
    if (known !== undefined && (known.until === null || now() < known.until)) return known
    const begun =
      signingIn.get(as) ??
      parts.signIn(as).finally(() => {
        signingIn.delete(as)
      })
    signingIn.set(as, begun)
    const signedIn = await begun
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

  const usedUp = (): SourceTrouble =>
    new SourceTrouble(
      'busy',
      `Four fifths of the calls that ${vendor} allows in a day are used up; it goes on once there are more.`,
      { retryAfterMs: 3_600_000 },
    )

  const once = async (call: VendorCall): Promise<VendorReply> => {
    const { method, path, body, isSearch = false, cost, as = null } = call
    if (!budget.spend(cost)) throw usedUp()
    const kind = isSearch ? 'search' : 'usual'
    const wait = freeAt[kind] - now()
    freeAt[kind] = Math.max(freeAt[kind], now()) + parts.spacingMs[kind]
    if (wait > 0) await sleep(wait)
    const { headers, api } = await session(as)
    const reply = await send({
      method,
      url: `${api}${path}`,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    })
    const usage = parts.usageIn?.(reply.headers) ?? null
    if (usage !== null) budget.note(usage)
    return reply
  }

  const troubleOf = (reply: VendorReply): SourceTrouble => {
    const { status } = reply
    const { message, scopes, kind } = parts.faultIn(parse(reply))
    const said = message === null ? '' : ` It says: “${withoutKey(message)}”`
    if (status === 401)
      return new SourceTrouble('sign-in', `${vendor} does not take the key any more.${said}`, {
        click: `${parts.newKey}, then paste the new key here.`,
      })
    if (status === 403 && looksLikePage(reply.text))
      return new SourceTrouble('away', `${vendor}, or something before it, turns this feed away for a while.`)
    if (kind === 'rights' || (status === 403 && kind === undefined))
      return new SourceTrouble(
        'rights',
        scopes.length > 0
          ? `The key may not read this: ${scopes.join(', ')} is missing.`
          : `The key may not read this.${said}`,
        { click: parts.giveRights, scopes },
      )
    if (kind === 'busy' || status === 429) {
      const usage = parts.usageIn?.(reply.headers) ?? null
      if (usage !== null && usage.used >= usage.of) return usedUp()
      return new SourceTrouble('busy', `${vendor} asks to be called less often.`, {
        retryAfterMs: retryAfterOf(reply, now()) ?? parts.waitIn?.(reply.headers) ?? null,
      })
    }
    if (kind === 'away' || status >= 500)
      return new SourceTrouble('away', `${vendor} has trouble of its own (${status}).`, {
        retryAfterMs: retryAfterOf(reply, now()),
      })
    return new SourceTrouble('strange', `${vendor} refused a question (${status}).${said}`, {
      isRefusal: parse(reply) !== undefined,
    })
  }

  return {
    session: (anew = false) => {
      if (anew) sessions.delete(null)
      return session(null)
    },
    perDay: () => budget.perDay(),
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

// Dialpad’s calls, one function each.
import type { z } from 'zod'
import type { VendorOwner } from '../connector.ts'
import { readAnswer } from '../read-answer.ts'
import type { VendorCall, VendorClient } from '../vendor-client.ts'
import {
  CallsAnswer,
  DialpadCall,
  SubscriptionsAnswer,
  UsersAnswer,
  Websocket,
  WebsocketsAnswer,
} from './answers.ts'

export interface CallsPage {
  readonly calls: readonly DialpadCall[]
  /** Null: that was the last. */
  readonly cursor: string | null
}

export interface DialpadApi {
  /** That are over, by their start, newest first. `from` and `to` in epoch ms, the end not in it; null: without. */
  calls(asked: {
    readonly from: number
    readonly to: number | null
    readonly cursor: string | null
  }): Promise<CallsPage>
  /** Ten a minute. Null where it is not there any more. */
  call(id: string): Promise<DialpadCall | null>
  users(): Promise<readonly VendorOwner[]>
  /** Whether channels may be read at all. */
  channels(): Promise<unknown>
  /** The address of a channel that tells of calls of the whole company, signed with this secret: the one that is there already, else a new one. */
  openChannel(secret: string): Promise<string>
}

/** A list that never ends is no list. */
const mostPages = 200
/** When a call is over, and when it is given a label. */
const states = ['hangup', 'missed', 'voicemail', 'dispositions']

export const createDialpadApi = (client: VendorClient): DialpadApi => {
  const parse = <T>(schema: z.ZodType<T>, answer: unknown): T => readAnswer('Dialpad', schema, answer)
  const ask = async <T>(schema: z.ZodType<T>, call: VendorCall): Promise<T> =>
    parse(schema, await client.call(call))

  const all = async <T>(
    path: string,
    schema: z.ZodType<{ items: T[]; cursor?: string | null | undefined }>,
  ): Promise<readonly T[]> => {
    const found: T[] = []
    let cursor: string | null = null
    for (let pages = 0; pages < mostPages; pages++) {
      const query: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`
      const page: { items: T[]; cursor?: string | null | undefined } = await ask(schema, {
        method: 'GET',
        path: `${path}${query}`,
      })
      found.push(...page.items)
      cursor = page.cursor || null
      if (cursor === null) break
    }
    return found
  }

  return {
    calls: async ({ from, to, cursor }) => {
      const query = new URLSearchParams({
        // Those that began later than that, and not then.
        started_after: String(Math.max(0, from - 1)),
        ...(to !== null && { started_before: String(to) }),
        ...(cursor !== null && { cursor }),
      })
      const { items, cursor: next } = await ask(CallsAnswer, { method: 'GET', path: `/api/v2/call?${query}` })
      return { calls: items, cursor: next || null }
    },
    call: async (id) => {
      const answer = await client.call({
        method: 'GET',
        path: `/api/v2/call/${id}`,
        isSearch: true,
        mayLack: true,
      })
      return answer === null ? null : parse(DialpadCall, answer)
    },
    users: async () =>
      (await all('/api/v2/users', UsersAnswer)).map((user) => ({
        id: user.extension ?? user.id,
        name: user.display_name ?? [user.first_name, user.last_name].filter(Boolean).join(' '),
        email: user.emails?.[0]?.toLowerCase() ?? null,
        active: (user.state ?? 'active') === 'active',
      })),
    channels: () => ask(WebsocketsAnswer, { method: 'GET', path: '/api/v2/websockets' }),
    openChannel: async (secret) => {
      const channels = await all('/api/v2/websockets', WebsocketsAnswer)
      const own = channels.find(({ signature }) => signature?.secret === secret)
      const channel =
        own === undefined
          ? await ask(Websocket, { method: 'POST', path: '/api/v2/websockets', body: { secret } })
          : await ask(Websocket, { method: 'GET', path: `/api/v2/websockets/${own.id}` })
      const told = await all('/api/v2/subscriptions/call', SubscriptionsAnswer)
      if (!told.some(({ websocket, enabled }) => websocket?.id === channel.id && enabled !== false))
        await client.call({
          method: 'POST',
          path: '/api/v2/subscriptions/call',
          body: {
            endpoint_id: Number(channel.id),
            enabled: true,
            call_states: states,
            group_calls_only: false,
          },
        })
      return channel.websocket_url
    },
  }
}

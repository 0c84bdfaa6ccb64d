// Celebrations, what was told of them, and the services that messages go to.
import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import {
  CelebrationsAnswer,
  Connection,
  type ConnectionKind,
  DeliveriesAnswer,
  type NewCelebration,
  type NewConnection,
  TriedRule,
} from '../../../shared/wire/celebrations/api.ts'
import type { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import { Done, request } from './request.ts'

/** While somebody looks at it; what waits and shows moves by the second. */
const everyMs = 3000

export const celebrationsQuery = queryOptions({
  queryKey: ['celebrations'],
  queryFn: ({ signal }) => request(CelebrationsAnswer, '/celebrations', { signal }),
  refetchInterval: everyMs,
})

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: ({ signal }) =>
    request(z.object({ connections: z.array(Connection) }), '/connections', { signal }),
})

export const deliveriesQuery = queryOptions({
  queryKey: ['deliveries'],
  queryFn: ({ signal }) => request(DeliveriesAnswer, '/deliveries', { signal }),
  refetchInterval: everyMs,
})

export const celebrate = (json: NewCelebration): Promise<unknown> => request(Done, '/celebrations', { json })

export const actOnCelebration = (id: string, what: 'cancel' | 'replay'): Promise<unknown> =>
  request(Done, `/celebrations/${encodeURIComponent(id)}/actions`, { json: { do: what } })

export const writeWord = (id: string, text: string): Promise<unknown> =>
  request(Done, `/celebrations/${encodeURIComponent(id)}/words`, { json: { text } })

export const playRule = (rule: CelebrationRule, screens: readonly string[]): Promise<unknown> =>
  request(Done, '/celebrations/play', { json: { rule, screens } })

/** What a rule would have celebrated; asked anew for each rule. */
export const triedQuery = (rule: CelebrationRule | null) =>
  queryOptions({
    queryKey: ['celebrations', 'try', rule],
    queryFn: ({ signal }) => request(TriedRule, '/celebrations/try', { json: { rule }, signal }),
    enabled: rule !== null,
    staleTime: 60_000,
    retry: false,
  })

const SavedConnection = z.object({
  connection: Connection,
  /** Made by the feed, and said once. */
  signingSecret: z.string().optional(),
})

export const saveConnection = (id: string, json: NewConnection) =>
  request(SavedConnection, `/connections/${encodeURIComponent(id)}`, { method: 'PUT', json })

export const removeConnection = (id: string): Promise<unknown> =>
  request(Done, `/connections/${encodeURIComponent(id)}`, { method: 'DELETE' })

/** `channel`: of a Slack bot. Resolves with what is known: Teams does not say whether a card was posted. */
export const testConnection = (id: string, channel: string | null) =>
  request(
    z.object({ known: z.enum(['delivered', 'taken']) }),
    `/connections/${encodeURIComponent(id)}/test`,
    { json: channel === null ? {} : { channel } },
  )

export const sayArrived = (id: string, arrived: boolean): Promise<unknown> =>
  request(Done, `/connections/${encodeURIComponent(id)}/arrived`, { json: { arrived } })

export const retryDelivery = (id: string): Promise<unknown> =>
  request(Done, `/deliveries/${encodeURIComponent(id)}/retry`, { json: {} })

export type { ConnectionKind }

// Celebrations, what was told of them, and the services that messages go to.
import { queryOptions } from '@tanstack/react-query'
import {
  AnsweredAnswer,
  CelebrationsAnswer,
  ConnectionAnswer,
  ConnectionsAnswer,
  DeliveriesAnswer,
  type NewCelebration,
  type NewConnection,
  TestAnswer,
  TriedRule,
} from '../../../shared/wire/celebrations/api.ts'
import type { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import { ReplayAnswer, type WebhookTopic } from '../../../shared/wire/webhooks.ts'
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
  queryFn: ({ signal }) => request(ConnectionsAnswer, '/connections', { signal }),
})

export const deliveriesQuery = queryOptions({
  queryKey: ['deliveries'],
  queryFn: ({ signal }) => request(DeliveriesAnswer, '/deliveries', { signal }),
  refetchInterval: everyMs,
})

/** How many of those that leaders were told of they answered in time. */
export const answeredQuery = queryOptions({
  queryKey: ['celebrations', 'answered'],
  queryFn: ({ signal }) => request(AnsweredAnswer, '/celebrations/answered', { signal }),
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

export const saveConnection = (id: string, json: NewConnection) =>
  request(ConnectionAnswer, `/connections/${encodeURIComponent(id)}`, { method: 'PUT', json })

export const removeConnection = (id: string): Promise<unknown> =>
  request(Done, `/connections/${encodeURIComponent(id)}`, { method: 'DELETE' })

/** `channel`: of a Slack bot. */
export const testConnection = (id: string, channel: string | null) =>
  request(TestAnswer, `/connections/${encodeURIComponent(id)}/test`, {
    json: channel === null ? {} : { channel },
  })

export const chooseEvents = (id: string, events: readonly WebhookTopic[]): Promise<unknown> =>
  request(Done, `/connections/${encodeURIComponent(id)}/events`, { method: 'PUT', json: { events } })

/** `since`: epoch ms. */
export const replayConnection = (id: string, since: number) =>
  request(ReplayAnswer, `/connections/${encodeURIComponent(id)}/replay`, {
    json: { since: new Date(since).toISOString() },
  })

export const sayArrived = (id: string, arrived: boolean): Promise<unknown> =>
  request(Done, `/connections/${encodeURIComponent(id)}/arrived`, { json: { arrived } })

export const retryDelivery = (id: string): Promise<unknown> =>
  request(Done, `/deliveries/${encodeURIComponent(id)}/retry`, { json: {} })

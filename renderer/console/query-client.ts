// How answers of the feed are kept, and when they are asked for again.
import { QueryClient } from '@tanstack/react-query'
import type { MeAnswer } from '../../shared/wire/accounts.ts'
import { sessionEnded } from './api/link.ts'
import { meQuery } from './api/queries.ts'
import { ApiFailure, onSignedOut } from './api/request.ts'

const mostRetries = 3

/** What the feed has refused it would refuse again. */
const isWorthRetrying = (error: unknown): boolean =>
  error instanceof ApiFailure && (error.status === 0 || error.status === 503)

export const createQueries = (): QueryClient => {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => count < mostRetries && isWorthRetrying(error),
        // The feed is a machine of the same network: whether the browser believes to be online says nothing.
        networkMode: 'always',
        staleTime: 30_000,
      },
      mutations: { networkMode: 'always' },
    },
  })
  onSignedOut(() => {
    if (client.getQueryData<MeAnswer>(meQuery.queryKey)?.account) sessionEnded.set(() => true)
  })
  return client
}

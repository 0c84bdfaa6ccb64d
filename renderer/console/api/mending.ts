// The inbox of data faults, what was mended, and what people say looks wrong. No line tells of them, so it asks again.
import { infiniteQueryOptions, type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { DoubtsAnswer } from '../../../shared/wire/doubts.ts'
import { BehindAnswer, type FixRequest, InboxAnswer, MendedAnswer } from '../../../shared/wire/mending.ts'
import { floorQuery, useMay } from './queries.ts'
import { request } from './request.ts'

const askEveryMs = 60_000

export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: ({ signal }) => request(InboxAnswer, '/faults/inbox', { signal }),
  refetchInterval: askEveryMs,
})

export const mendedQuery = queryOptions({
  queryKey: ['mended'],
  queryFn: ({ signal }) => request(MendedAnswer, '/faults/fixes', { signal }),
})

export const doubtsQuery = queryOptions({
  queryKey: ['doubts'],
  queryFn: ({ signal }) => request(DoubtsAnswer, '/doubts', { signal }),
  refetchInterval: askEveryMs,
})

/** Page by page. */
export const behindQuery = (key: string) =>
  infiniteQueryOptions({
    queryKey: ['behind', key],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ key, ...(pageParam === '' ? {} : { after: pageParam }) })
      return request(BehindAnswer, `/faults/facts?${query}`, { signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

/** What is mended counts anew: all that was asked about it is asked again. */
const forget = (client: QueryClient): void => {
  for (const queryKey of [
    inboxQuery.queryKey,
    mendedQuery.queryKey,
    floorQuery.queryKey,
    ['behind'],
    ['history'],
    ['explained'],
    ['figures'],
  ])
    void client.invalidateQueries({ queryKey })
}

export const mend = async (client: QueryClient, asked: FixRequest): Promise<void> => {
  try {
    await request(MendedAnswer, '/faults/fixes', { json: asked })
  } finally {
    forget(client)
  }
}

export const undoFix = async (client: QueryClient, id: string): Promise<void> => {
  try {
    await request(MendedAnswer, `/faults/fixes/${encodeURIComponent(id)}/undo`, { method: 'POST' })
  } finally {
    forget(client)
  }
}

export const answerDoubt = async (client: QueryClient, id: string, words: string | null): Promise<void> => {
  const answer = await request(DoubtsAnswer, `/doubts/${encodeURIComponent(id)}/answer`, { json: { words } })
  client.setQueryData(doubtsQuery.queryKey, answer)
}

export const removeDoubt = async (client: QueryClient, id: string): Promise<void> => {
  const answer = await request(DoubtsAnswer, `/doubts/${encodeURIComponent(id)}`, { method: 'DELETE' })
  client.setQueryData(doubtsQuery.queryKey, answer)
}

/** How much waits: what people say, and for admins what is wrong with the data. Undefined until it is known. */
export const useOpenFaults = (): number | undefined => {
  const { administer, edit } = useMay()
  const inbox = useQuery({ ...inboxQuery, enabled: administer })
  const doubts = useQuery({ ...doubtsQuery, enabled: edit })
  if (!doubts.data || (administer && !inbox.data)) return undefined
  return (inbox.data?.open ?? 0) + doubts.data.open
}

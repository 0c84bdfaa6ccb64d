// One queue for each account on this page. It outlives the pages: what was done is sent from wherever one goes.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { openShelf } from '../../live/page-shelf.ts'
import { sessionEnded } from './link.ts'
import type { PhoneQueueParts } from './phone-queue.ts'

/** Where a queue of this page is kept, and how it waits. */
export const onThisPhone = (): Pick<PhoneQueueParts<unknown, unknown>, 'shelf' | 'later'> => ({
  shelf: openShelf(() => window.localStorage),
  later: (run, ms) => void setTimeout(run, ms),
})

/** A hook. `open` is called once for each account. */
export const createQueueHook = <Queue extends { resume(): void }>(
  open: (client: QueryClient, account: string) => Queue,
): ((account: string) => Queue) => {
  const queues = new WeakMap<QueryClient, Map<string, Queue>>()

  const opened = (client: QueryClient, account: string): Queue => {
    const queue = open(client, account)
    window.addEventListener('online', queue.resume)
    sessionEnded.subscribe(() => {
      if (!sessionEnded.get()) queue.resume()
    })
    // What was left when the page was closed.
    queue.resume()
    return queue
  }

  return (account) => {
    const client = useQueryClient()
    return useMemo(() => {
      const ofClient = queues.get(client) ?? new Map<string, Queue>()
      queues.set(client, ofClient)
      const queue = ofClient.get(account) ?? opened(client, account)
      ofClient.set(account, queue)
      return queue
    }, [client, account])
  }
}

// What was entered by hand: what stands on the feed, and on top of it what is on its way there.
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { HandAnswer, type HandShown } from '../../../shared/wire/by-hand.ts'
import { useStore } from '../../live/use-store.ts'
import { noteFeedTime } from './feed-time.ts'
import { createHandQueue, type HandOp, type HandQueue, type HandQueueState } from './hand-queue.ts'
import { createQueueHook, onThisPhone } from './queue-hook.ts'
import { request } from './request.ts'

/** Who looks after a team may enter something meanwhile. */
const askAgainMs = 30_000

/** `person` null: whoever asks. */
export const handQuery = (person: string | null) =>
  queryOptions({
    queryKey: ['by-hand', person],
    queryFn: async ({ signal }) => {
      const query = person === null ? '' : `?person=${encodeURIComponent(person)}`
      const answer = await request(HandAnswer, `/by-hand${query}`, { signal })
      noteFeedTime(answer.now)
      return answer
    },
    refetchInterval: askAgainMs,
  })

const send = ({ id, entry, ...op }: HandOp): Promise<HandAnswer> =>
  op.do === 'put'
    ? request(HandAnswer, `/by-hand/${id}`, { method: 'PUT', json: entry })
    : request(
        HandAnswer,
        `/by-hand/${id}?person=${encodeURIComponent(entry.person)}&version=${entry.version}`,
        { method: 'DELETE' },
      )

const openQueue = (client: QueryClient, account: string): HandQueue =>
  createHandQueue({
    ...onThisPhone(),
    account,
    send,
    taken: ({ entry: { person } }, answer) => {
      for (const key of [person, null]) {
        const { queryKey } = handQuery(key)
        const known = client.getQueryData(queryKey)
        if (key === null && known?.person?.id !== person) continue
        void client.cancelQueries({ queryKey })
        client.setQueryData(queryKey, answer)
      }
      void client.invalidateQueries({ queryKey: ['own-numbers'] })
    },
  })

export const useHandQueue = createQueueHook(openQueue)

export const useHandState = (queue: HandQueue): HandQueueState => useStore(queue.state, (state) => state)

export interface ShownEntry extends HandShown {
  /** Whether it is on this phone alone as yet. */
  readonly isWaiting: boolean
}

/** What stands, with what waits on top of it, the latest first. */
export const withWaiting = (
  entries: readonly HandShown[],
  waiting: readonly HandOp[],
  person: string,
): readonly ShownEntry[] => {
  const shown = new Map(
    entries.map((entry): [string, ShownEntry] => [entry.id, { ...entry, isWaiting: false }]),
  )
  for (const { do: doing, id, entry } of waiting) {
    const { person: whose, ...rest } = entry
    if (whose !== person) continue
    if (doing === 'withdraw') shown.delete(id)
    else shown.set(id, { ...rest, id, mayChange: true, mayWithdraw: true, isWaiting: true })
  }
  return [...shown.values()].sort((one, other) => other.at - one.at)
}

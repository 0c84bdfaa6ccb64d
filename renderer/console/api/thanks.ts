// Thanks between colleagues: what stands on the feed, and on top of it what is on its way there.
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { NewThanks, type SaidThanks, ThanksAnswer } from '../../../shared/wire/thanks.ts'
import { noteFeedTime } from './feed-time.ts'
import { newUuid } from './new-uuid.ts'
import { createPhoneQueue, type PhoneQueue, phoneOp } from './phone-queue.ts'
import { createQueueHook, onThisPhone } from './queue-hook.ts'
import { request } from './request.ts'

/** A colleague may say something meanwhile. */
const askAgainMs = 30_000

export const thanksQuery = queryOptions({
  queryKey: ['thanks'],
  queryFn: async ({ signal }) => {
    const answer = await request(ThanksAnswer, '/thanks', { signal })
    noteFeedTime(answer.now)
    return answer
  },
  refetchInterval: askAgainMs,
})

const ThanksOp = z.discriminatedUnion('do', [
  z.object({ ...phoneOp, do: z.literal('say'), said: NewThanks }),
  z.object({ ...phoneOp, do: z.literal('confirm'), words: z.string() }),
  z.object({ ...phoneOp, do: z.literal('take-back'), words: z.string() }),
])
/** `words`: of which, for whoever is told that it was not taken. */
export type ThanksOp = z.infer<typeof ThanksOp>

export interface ThanksQueue extends Omit<PhoneQueue<ThanksOp>, 'add'> {
  say(said: NewThanks): void
  confirm(id: string, words: string): void
  takeBack(id: string, words: string): void
}

const send = (op: ThanksOp): Promise<ThanksAnswer> => {
  if (op.do === 'say') return request(ThanksAnswer, `/thanks/${op.id}`, { method: 'PUT', json: op.said })
  return op.do === 'confirm'
    ? request(ThanksAnswer, `/thanks/${op.id}/confirm`, { method: 'POST', json: {} })
    : request(ThanksAnswer, `/thanks/${op.id}`, { method: 'DELETE' })
}

const openQueue = (client: QueryClient, account: string): ThanksQueue => {
  const { queryKey } = thanksQuery
  const { state, add, resume, dismiss } = createPhoneQueue(`floorboard:thanks:${account}:`, ThanksOp, {
    ...onThisPhone(),
    send,
    taken: (_, answer) => {
      void client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, answer)
      void client.invalidateQueries({ queryKey: ['own-numbers'] })
    },
  })
  return {
    ...{ state, resume, dismiss },
    say: (said) => add((head) => ({ ...head, do: 'say', id: newUuid(), said })),
    confirm: (id, words) => add((head) => ({ ...head, do: 'confirm', id, words })),
    takeBack: (id, words) => add((head) => ({ ...head, do: 'take-back', id, words })),
  }
}

export const useThanksQueue = createQueueHook(openQueue)

export interface ShownThanks extends SaidThanks {
  /** Whether it is on this phone alone as yet. */
  readonly isWaiting: boolean
}

export interface ThanksInHand extends Omit<ThanksAnswer, 'own' | 'lookedAfter'> {
  readonly own: readonly ShownThanks[]
  readonly lookedAfter: readonly ShownThanks[]
}

const settled = (thanks: SaidThanks): ShownThanks => ({ ...thanks, isWaiting: false })

/** What stands, with what waits on top of it, the latest first. */
export const withThanksWaiting = (answer: ThanksAnswer, waiting: readonly ThanksOp[]): ThanksInHand => {
  const { person } = answer
  const nameOf = (id: string) => answer.colleagues.find((each) => each.id === id)?.name ?? id
  const gone = new Set(waiting.flatMap((op) => (op.do === 'say' ? [] : [op.id])))
  const taken = new Set(waiting.flatMap((op) => (op.do === 'take-back' ? [op.id] : [])))
  const isThere = ({ id }: { readonly id: string }) => !taken.has(id)
  const known = new Set(answer.own.map(({ id }) => id))
  const said = waiting.flatMap((op): ShownThanks[] => {
    if (op.do !== 'say' || person === null || known.has(op.id)) return []
    const { colleague, way, words, account, how, at } = op.said
    const other = { id: colleague, name: nameOf(colleague) }
    const [helper, helped] = way === 'helped' ? [other, person] : [person, other]
    return [
      {
        ...{ id: op.id, words, account, how, at, helper, helped },
        ...{ isConfirmed: way === 'helped', mayTakeBack: true, isWaiting: true },
      },
    ]
  })
  const confirmed = waiting.flatMap((op): ShownThanks[] => {
    const asked = op.do === 'confirm' ? answer.awaiting.find(({ id }) => id === op.id) : undefined
    if (asked === undefined || person === null) return []
    return [{ ...asked, helped: person, isConfirmed: true, mayTakeBack: true, isWaiting: true }]
  })
  return {
    ...answer,
    awaiting: answer.awaiting.filter(({ id }) => !gone.has(id)),
    own: [...said, ...confirmed, ...answer.own.map(settled)]
      .filter(isThere)
      .sort((one, other) => other.at - one.at),
    lookedAfter: answer.lookedAfter.map(settled).filter(isThere),
  }
}

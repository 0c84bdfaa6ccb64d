// Awards: who is nominated and who was chosen, and on top of it what is on its way to the feed.
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { type AwardState, AwardsAnswer, NewNomination, NewVote } from '../../../shared/wire/awards.ts'
import { noteFeedTime } from './feed-time.ts'
import { newUuid } from './new-uuid.ts'
import { createPhoneQueue, type PhoneQueue, phoneOp } from './phone-queue.ts'
import { createQueueHook, onThisPhone } from './queue-hook.ts'
import { request } from './request.ts'

/** Colleagues are nominated meanwhile, and the vote opens. */
const askAgainMs = 30_000

export const awardsQuery = queryOptions({
  queryKey: ['awards'],
  queryFn: async ({ signal }) => {
    const answer = await request(AwardsAnswer, '/awards', { signal })
    noteFeedTime(answer.now)
    return answer
  },
  refetchInterval: askAgainMs,
})

const AwardOp = z.discriminatedUnion('do', [
  z.object({ ...phoneOp, do: z.literal('nominate'), said: NewNomination }),
  z.object({ ...phoneOp, do: z.literal('take-back'), words: z.string() }),
  z.object({ ...phoneOp, do: z.literal('vote'), award: z.string(), vote: NewVote }),
])
/** `words`: of which, for whoever is told that it was not taken. */
export type AwardOp = z.infer<typeof AwardOp>

export interface AwardQueue extends Omit<PhoneQueue<AwardOp>, 'add'> {
  nominate(said: NewNomination): void
  takeBack(id: string, words: string): void
  vote(award: string, vote: NewVote): void
}

const send = (op: AwardOp): Promise<AwardsAnswer> => {
  switch (op.do) {
    case 'nominate':
      return request(AwardsAnswer, `/awards/nominations/${op.id}`, { method: 'PUT', json: op.said })
    case 'take-back':
      return request(AwardsAnswer, `/awards/nominations/${op.id}`, { method: 'DELETE' })
    case 'vote':
      return request(AwardsAnswer, `/awards/${op.award}/vote`, { method: 'PUT', json: op.vote })
  }
}

const openQueue = (client: QueryClient, account: string): AwardQueue => {
  const { queryKey } = awardsQuery
  const { state, add, resume, dismiss } = createPhoneQueue(`floorboard:awards:${account}:`, AwardOp, {
    ...onThisPhone(),
    send,
    taken: (_, answer) => {
      void client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, answer)
    },
  })
  return {
    ...{ state, resume, dismiss },
    nominate: (said) => add((head) => ({ ...head, do: 'nominate', id: newUuid(), said })),
    takeBack: (id, words) => add((head) => ({ ...head, do: 'take-back', id, words })),
    vote: (award, vote) => add((head) => ({ ...head, do: 'vote', id: newUuid(), award, vote })),
  }
}

export const useAwardQueue = createQueueHook(openQueue)

export interface AwardInHand extends AwardState {
  /** Nominations that are on this phone alone as yet. */
  readonly onPhone: ReadonlySet<string>
  /** Whether a vote is. */
  readonly voteWaits: boolean
}

/** What stands, with what waits on top of it. */
export const withAwardsWaiting = (
  { awards, person, now }: AwardsAnswer,
  waiting: readonly AwardOp[],
): readonly AwardInHand[] => {
  const taken = new Set(waiting.flatMap((op) => (op.do === 'take-back' ? [op.id] : [])))
  return awards.map((state) => {
    const { award, on, colleagues } = state
    const said = waiting.flatMap((op) =>
      op.do === 'nominate' && op.said.award === award.id && op.said.on === on && !taken.has(op.id)
        ? [{ id: op.id, ...op.said }]
        : [],
    )
    const nominees = state.nominees.map((nominee) => ({
      ...nominee,
      nominations: nominee.nominations.filter(({ id }) => !taken.has(id)),
    }))
    const known = new Set(nominees.flatMap(({ nominations }) => nominations.map(({ id }) => id)))
    const fresh = said.filter(({ id }) => !known.has(id))
    const told = (each: (typeof fresh)[number]) => ({
      ...{ id: each.id, words: each.words, at: now, author: person, isOwn: true, mayTakeBack: true },
    })
    const withFresh = nominees.map((nominee) => ({
      ...nominee,
      nominations: [
        ...nominee.nominations,
        ...fresh.filter((each) => each.person === nominee.person.id).map(told),
      ],
    }))
    const others =
      award.by === 'vote'
        ? fresh
            .filter((each) => !nominees.some((nominee) => nominee.person.id === each.person))
            .map((each) => ({
              person: {
                id: each.person,
                name: colleagues.find(({ id }) => id === each.person)?.name ?? each.person,
              },
              nominations: [told(each)],
              value: null,
            }))
        : []
    const voteWaits = waiting.some((op) => op.do === 'vote' && op.award === award.id && op.vote.on === on)
    return {
      ...state,
      // By vote, nobody stands for it without a reason.
      nominees: [...withFresh, ...others].filter(
        ({ nominations }) => award.by !== 'vote' || nominations.length > 0,
      ),
      colleagues: colleagues.filter(({ id }) => !fresh.some((each) => each.person === id)),
      hasVoted: state.hasVoted || voteWaits,
      onPhone: new Set(fresh.map(({ id }) => id)),
      voteWaits,
    }
  })
}

// A request to a feed that may be away for a while, and its answer, checked.
import type { z } from 'zod'
import { askOnce, type FeedAddress, type FeedAnswer, type FeedRequest } from './ask-once.ts'
import { awayProblem, jsonIn, refusalProblem, strangerProblem } from './feed-problem.ts'
import type { Patience } from './patience.ts'

/** Too busy, failing, or restarting behind a proxy: worth another try. */
const isPassing = (status: number): boolean => status === 429 || status >= 500

/** Whatever the feed answered in the end. Throws `FeedProblem` where it stayed out of reach. */
export const askFeed = async (
  address: FeedAddress,
  request: FeedRequest,
  patience: Patience,
): Promise<FeedAnswer> => {
  const waits = patience.waitsMs()[Symbol.iterator]()
  for (let isAway = false; ; isAway = true) {
    const answer = await askOnce(address, request, patience.signal)
    const answered = typeof answer !== 'string'
    if (answered && !isPassing(answer.status)) {
      if (isAway) patience.onBack()
      return answer
    }
    const wait = waits.next()
    if (wait.done) {
      if (answered) return answer
      throw awayProblem(address.feed, answer)
    }
    if (!isAway) patience.onAway(answered ? `it answered ${answer.status}` : answer)
    await patience.sleep(wait.value, patience.signal)
  }
}

/** The body of a success. Throws `FeedProblem` for every other answer. */
export const readAnswer = <S extends z.ZodType>(
  { feed }: FeedAddress,
  answer: FeedAnswer,
  schema: S,
): z.output<S> => {
  if (answer.status < 200 || answer.status > 299) throw refusalProblem(answer)
  const parsed = schema.safeParse(jsonIn(answer.text))
  if (!parsed.success) throw strangerProblem(feed)
  return parsed.data
}

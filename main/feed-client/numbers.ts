// What a feed says of its numbers.
import { z } from 'zod'
import { MetricAnswer } from '../../shared/wire/query.ts'
import { askFeed, readAnswer } from './ask-feed.ts'
import type { FeedAddress } from './ask-once.ts'
import { askingOnce, type Patience } from './patience.ts'

/** The whole floor's value over all time; null when unknown, undefined when the floor has no such metric. */
export const fetchTotal = async (
  address: FeedAddress,
  metric: string,
  patience: Patience,
): Promise<number | null | undefined> => {
  const path = `/api/v1/metrics/${encodeURIComponent(metric)}?window=all&by=org`
  const answer = await askFeed(address, { method: 'GET', path }, patience)
  return answer.status === 404 ? undefined : readAnswer(address, answer, MetricAnswer).total
}

const Unassigned = z.object({
  unassigned: z.array(z.object({ rep: z.string(), facts: z.int(), hint: z.string().optional() })),
})

/** Names in facts that the floor does not know, most facts first. Throws `FeedProblem`, as where the token may not see them. */
export const fetchUnassigned = async (
  address: FeedAddress,
): Promise<z.output<typeof Unassigned>['unassigned']> => {
  const answer = await askFeed(address, { method: 'GET', path: '/api/v1/unassigned' }, askingOnce)
  return readAnswer(address, answer, Unassigned).unassigned
}

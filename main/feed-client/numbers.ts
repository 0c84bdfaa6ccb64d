// What a feed says of its numbers.
import { MetricAnswer } from '../../shared/wire/query.ts'
import { askFeed, readAnswer } from './ask-feed.ts'
import type { FeedAddress } from './ask-once.ts'
import type { Patience } from './patience.ts'

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

import { type Fact, FactsAnswer } from '../../shared/wire/fact.ts'
import { askFeed, readAnswer } from './ask-feed.ts'
import type { FeedAddress } from './ask-once.ts'
import type { Patience } from './patience.ts'

/** All in one request, `importId` naming what they belong to. Throws `FeedProblem` where it is refused as a whole; single facts may be refused in the answer. */
export const sendFacts = async (
  address: FeedAddress,
  facts: readonly Fact[],
  patience: Patience,
  importId: string | null = null,
): Promise<FactsAnswer> => {
  const body = facts.map((fact) => `${JSON.stringify(fact)}\n`).join('')
  const path = importId === null ? '/api/v1/facts' : `/api/v1/facts?import=${importId}`
  const request = { method: 'POST', path, type: 'application/x-ndjson', body } as const
  return readAnswer(address, await askFeed(address, request, patience), FactsAnswer)
}

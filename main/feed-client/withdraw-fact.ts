import { z } from 'zod'
import type { FactVersion } from '../../shared/wire/fact.ts'
import { askFeed, readAnswer } from './ask-feed.ts'
import type { FeedAddress } from './ask-once.ts'
import type { Patience } from './patience.ts'

const Withdrawn = z.object({ withdrawn: z.boolean(), seq: z.int() })

export interface FactToWithdraw {
  readonly source: string
  readonly id: string
  readonly version?: FactVersion
}

/** Whether it stood until now. Throws `FeedProblem`. */
export const withdrawFact = async (
  address: FeedAddress,
  { source, id, version }: FactToWithdraw,
  patience: Patience,
): Promise<z.output<typeof Withdrawn>> => {
  const query = version === undefined ? '' : `?version=${encodeURIComponent(version)}`
  const path = `/api/v1/facts/${encodeURIComponent(source)}/${encodeURIComponent(id)}${query}`
  return readAnswer(address, await askFeed(address, { method: 'DELETE', path }, patience), Withdrawn)
}

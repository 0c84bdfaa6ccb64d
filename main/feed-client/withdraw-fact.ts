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

/** Whether it stood until now. `importId`: of the import that it is part of. Throws `FeedProblem`. */
export const withdrawFact = async (
  address: FeedAddress,
  { source, id, version }: FactToWithdraw,
  patience: Patience,
  importId: string,
): Promise<z.output<typeof Withdrawn>> => {
  const query = new URLSearchParams({
    import: importId,
    ...(version !== undefined && { version: `${version}` }),
  })
  const path = `/api/v1/facts/${encodeURIComponent(source)}/${encodeURIComponent(id)}?${query}`
  return readAnswer(address, await askFeed(address, { method: 'DELETE', path }, patience), Withdrawn)
}

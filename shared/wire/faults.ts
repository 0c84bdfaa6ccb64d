// The answer to `GET /api/v1/faults`: what in the facts that stand counts nowhere, or not where it was meant to.
import { z } from 'zod'

const FaultyFact = z.object({
  source: z.string(),
  id: z.string(),
  /** The instant at which it came as it stands. */
  receivedAt: z.string(),
})

const Fault = z.object({
  /** One of a closed list, for programs: `unknown-person`, `unused-kind`, `no-date` … */
  code: z.string(),
  /** A sentence: what is wrong. */
  what: z.string(),
  /** What to do about it. */
  todo: z.string(),
  /** How many facts have it. */
  count: z.int(),
  /** Facts to look at; null when none of them is remembered. */
  first: FaultyFact.nullable(),
  latest: FaultyFact.nullable(),
})

export const FaultsAnswer = z.object({
  /** Most facts first; 200 at most. */
  faults: z.array(Fault),
  /** How many more there are. */
  unlisted: z.int(),
})
export type FaultsAnswer = z.infer<typeof FaultsAnswer>

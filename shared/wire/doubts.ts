// "This looks wrong": what somebody who looks at a number says of it, and what became of that.
import { z } from 'zod'
import { Slug } from './text.ts'
import { WindowText } from './window.ts'

const Words = z.string().trim().min(1, 'say in a few words what looks wrong').max(1000)

/**
 * `POST /api/v1/doubts`: from whoever is signed in, from a wall, or from whoever scanned a wall's code. `rep`, `team`, `role`: whose
 * number, as `GET /api/v1/metrics/{id}/facts` takes them; none: the whole floor's. The same `id` sent again is written once.
 */
export const NewDoubt = z.strictObject({
  id: z.uuid(),
  metric: Slug,
  /** Left out: the metric's own, else this quarter. */
  window: WindowText.optional(),
  rep: Slug.optional(),
  team: Slug.optional(),
  role: Slug.optional(),
  /** The number as it stood before whoever writes, with its unit. */
  shown: z.string().trim().min(1).max(100),
  words: Words,
  /** Where it was seen. */
  board: Slug.optional(),
  screen: Slug.optional(),
})
export type NewDoubt = z.infer<typeof NewDoubt>

export const DoubtTaken = z.object({ id: z.string(), at: z.number() })
export type DoubtTaken = z.infer<typeof DoubtTaken>

/** Names are those of then. */
export const Doubt = z.object({
  id: z.string(),
  /** Epoch ms. */
  at: z.number(),
  /** Null: somebody who scanned a wall's code, and is not signed in. */
  by: z.string().nullable(),
  metric: z.object({ id: z.string(), name: z.string() }),
  of: z.object({ kind: z.enum(['org', 'team', 'role', 'rep']), id: z.string().nullable(), name: z.string() }),
  /** `text` as a query takes it; null: the metric's own. */
  window: z.object({ text: z.string().nullable(), label: z.string() }),
  shown: z.string(),
  /** What the feed itself counted at that moment, as people write it. */
  counted: z.string(),
  words: z.string(),
  board: z.object({ id: z.string(), title: z.string() }).nullable(),
  screen: z.object({ id: z.string(), name: z.string() }).nullable(),
  answered: z.object({ at: z.number(), by: z.string(), words: z.string() }).nullable(),
})
export type Doubt = z.infer<typeof Doubt>

/** `GET /api/v1/doubts`: open ones first, newest first. */
export const DoubtsAnswer = z.object({ doubts: z.array(Doubt), open: z.int() })
export type DoubtsAnswer = z.infer<typeof DoubtsAnswer>

/** `POST /api/v1/doubts/{id}/answer`: what a manager says to it; null opens it again. */
export const DoubtAnswer = z.strictObject({ words: Words.nullable() })
export type DoubtAnswer = z.infer<typeof DoubtAnswer>

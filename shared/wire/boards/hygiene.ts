// Pipeline hygiene in the floor file: is the pipeline being worked?
import { z } from 'zod'
import { Slug } from '../text.ts'
import { boardHead } from './board-parts.ts'

export const HygieneBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('hygiene'),
  /** Left to right: counts of pipeline hygiene, each through its own window and with zero for a goal. */
  metrics: z.array(Slug).min(1).max(4),
  /** The teams at the top, or right below the scope's, unless they are named. */
  teams: z.array(Slug).min(1).optional(),
  /** Who has how many, under each team. Off: the wall is no place to coach. */
  names: z.boolean().default(false),
})

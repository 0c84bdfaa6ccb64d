// Head to head in the floor file.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

export const HeadToHeadBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('head-to-head'),
  /** Two teams, or two people; the first stands on the left. */
  sides: z.tuple([Slug, Slug]),
  /** A rope each, top to bottom. */
  metrics: z.array(Paired).min(2).max(5),
  window: WindowText,
  /** For teams of unequal size: counts and sums divided by the people there are. */
  per: z.literal('person').optional(),
})

// Most improved and streaks, in the floor file.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { WindowText } from '../window.ts'
import { boardHead } from './board-parts.ts'

export const ImprovedBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('improved'),
  /** What people improve on. */
  metric: Slug,
  window: WindowText.default('week'),
  /** Whose daily goal makes a streak; left out, the metric's own. */
  streak: Slug.optional(),
})

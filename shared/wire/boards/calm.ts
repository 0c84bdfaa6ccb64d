// Clock and calm in the floor file: what a wall shows while nobody works.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

export const CalmBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('calm'),
  /** Whose goals the next working day begins with; `window` left out, the week's. */
  metrics: z.array(Paired).max(2).default([]),
  /** What the week, or another window, came to. */
  result: z.strictObject({ metric: Slug, window: WindowText.default('week') }).optional(),
})

// Everyone over the line, in the floor file.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { WindowText } from '../window.ts'
import { boardHead } from './board-parts.ts'

export const OverTheLineBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('over-the-line'),
  metric: Slug,
  window: WindowText,
})

// Results in the floor file: last, this and next period side by side.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { boardHead } from './board-parts.ts'

export const ResultsBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('results'),
  /** What came of the work: an output that adds up. */
  metric: Slug,
  /** Open deals by the day on which they are expected to close, in the metric's unit. */
  pipeline: Slug,
  period: z.enum(['month', 'quarter']).default('quarter'),
  of: z.enum(['people', 'teams']).default('people'),
  /** How many times what is missing the pipeline has to be to be enough: most deals are lost. */
  enough: z.number().min(1).max(20).default(3),
})

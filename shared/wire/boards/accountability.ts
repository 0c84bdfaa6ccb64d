// Accountability in the floor file: is the work being done?
import { z } from 'zod'
import { Slug } from '../text.ts'
import { boardHead } from './board-parts.ts'

/** `mid-week`: this week, each goal scaled to the working time that is over. */
export const AccountabilityPeriod = z.enum(['this-week', 'last-week', 'mid-week'])

export const AccountabilityBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('accountability'),
  /** Left to right. What is in a rep's hands: a result is refused. */
  metrics: z.array(Slug).min(1).max(5),
  period: AccountabilityPeriod.default('this-week'),
})

// Two metrics that run side by side, to see which of them foretells an outcome better.
import { z } from 'zod'
import { Name, PlainDate, Slug } from './text.ts'
import { ViewMetric } from './view-parts.ts'

/** In the floor file. */
export const Trial = z
  .strictObject({
    id: Slug,
    name: Name,
    metrics: z.tuple([Slug, Slug]),
    /** What they should foretell. */
    outcome: Slug,
    from: PlainDate,
    /** The last day. */
    until: PlainDate,
    /** The outcome is that of as many days, so many days later: what a week of calls brings comes weeks after it. */
    later: z.int().min(0).max(366).optional(),
    team: Slug.optional(),
    role: Slug.optional(),
  })
  .refine(({ from, until }) => from <= until, 'must not end before it begins')
export type Trial = z.infer<typeof Trial>

/** Of one of the two: Spearman's rank correlation with the outcome, −1 to 1, and where it truly lies, 95 %. */
export const TrialSide = z.object({
  metric: ViewMetric,
  /** Null where nothing can be told: everybody had the same. */
  correlation: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type TrialSide = z.infer<typeof TrialSide>

/**
 * `first`, `second`: it foretold the outcome better. `alike`: the difference may be chance. `too few`: of fewer people
 * nothing can be told. `no difference`: everybody had the same of one of the two, or of the outcome. `not begun`: no day of
 * it is over. `history coming`: a source is still sending its past.
 */
export const TrialVerdict = z.enum([
  'first',
  'second',
  'alike',
  'too few',
  'no difference',
  'not begun',
  'history coming',
])
export type TrialVerdict = z.infer<typeof TrialVerdict>

export const TrialAnswer = z.object({
  id: Slug,
  name: z.string(),
  outcome: ViewMetric,
  sides: z.tuple([TrialSide, TrialSide]),
  verdict: TrialVerdict,
  /** Who was here all the time, with all three numbers known. */
  people: z.int(),
  /** People without whom nothing is told. */
  least: z.int(),
  /** Local dates, the last one included. */
  from: z.string(),
  until: z.string(),
  /** Of the outcome. */
  outcomeFrom: z.string(),
  outcomeUntil: z.string(),
  /** Days of the outcome are still to come, so that it may turn out otherwise. */
  running: z.boolean(),
})
export type TrialAnswer = z.infer<typeof TrialAnswer>

// Where numbers come from by themselves, as the floor file says it: a CRM, and how its deals are read. Its key is kept with the
// secrets of the feed, and never in the file.
import { z } from 'zod'
import { Currency, KnownTimeZone, Name, Slug } from './text.ts'

/** Each has a folder in `main/feed/connectors`. */
export const SourceVendor = z.enum([
  'hubspot',
  'salesforce',
  'pipedrive',
  'close',
  'aircall',
  'dialpad',
  'google-calendar',
  'microsoft-calendar',
])
export type SourceVendor = z.infer<typeof SourceVendor>

/** E-mails are read only where somebody asks for them. */
export const SourceObject = z.enum(['deals', 'calls', 'meetings', 'emails'])
export type SourceObject = z.infer<typeof SourceObject>

/** What a deal in a stage is. */
export const StageFlag = z.enum(['open', 'won', 'lost'])
export type StageFlag = z.infer<typeof StageFlag>

export const Source = z.strictObject({
  id: Slug,
  name: Name,
  vendor: SourceVendor,
  /** Where the vendor has this customer's numbers, for one whose customers have addresses of their own. */
  address: z.string().trim().min(1).max(2000).optional(),
  /** The source that its facts name; left out: its id. */
  source: z.string().trim().min(1).max(100).optional(),
  reads: z.array(SourceObject).min(1).default(['deals', 'calls', 'meetings']),
  /** By the ids that the vendor gives them; left out: all. */
  pipelines: z.array(z.string().min(1).max(200)).min(1).max(100).optional(),
  /** Stages that the floor takes otherwise than the vendor flags them, by the vendor's ids. */
  stages: z
    .array(z.strictObject({ stage: z.string().min(1).max(200), as: StageFlag }))
    .max(500)
    .default([]),
  /** Of deals that name none; left out: the floor's. */
  currency: Currency.optional(),
  /** By whose days closing dates are read; left out: the floor's. */
  timeZone: KnownTimeZone.optional(),
  /** Domains of the floor’s own company, for sources of meetings: whoever has an address there is no customer. Left out: those of its people. */
  domains: z.array(z.string().trim().toLowerCase().min(3).max(253)).min(1).max(50).optional(),
  /** Words of a meeting’s title that say that nobody came. */
  noShow: z.array(z.string().trim().toLowerCase().min(2).max(60)).max(20).optional(),
  /** How far back closed deals and activities are read. */
  months: z.int().min(1).max(120).default(24),
  /** What an amount for each month counts as: as it is written, or for a year. Left out: as it is written. */
  recurring: z.enum(['as-written', 'yearly']).optional(),
  /**
   * In what a vendor writes amounts, of currencies that have no hundredths: in hundredths all the same, or in the smallest unit.
   * Left out: as is usual with the vendor.
   */
  amounts: z.enum(['hundredths', 'smallest-unit']).optional(),
  /**
   * By whose rates deals in other currencies are converted: by the floor's, or into the currency of the vendor's customer by the
   * vendor's own. Left out: by the floor's.
   */
  rates: z.enum(['floor', 'vendor']).optional(),
  paused: z.boolean().default(false),
})
export type Source = z.infer<typeof Source>

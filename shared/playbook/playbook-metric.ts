// A metric of the playbook: one of a floor file, and whose it is.
import type { z } from 'zod'
import type { Condition, Metric } from '../wire/floor.ts'
import type { PlaybookRole } from './shape.ts'

export type MetricEntry = z.input<typeof Metric>

export interface PlaybookMetric {
  readonly roles: readonly PlaybookRole[]
  readonly metric: MetricEntry
}

/** What a playbook has to know of a floor's deals. */
export interface DealRules {
  /** Where a deal begins: one that stands elsewhere has moved. */
  readonly firstDealStage: string
  /** What keeps orders without a sales cycle, such as more seats or renewals, out of new deals, win rates and cycles. */
  readonly sold: readonly Condition[]
}

export const isOpen: Condition = { field: 'status', is: 'open' }
export const isWon: Condition = { field: 'status', is: 'won' }
/** On a deal, an SDR is whoever assists. */
export const isSourced: Condition = { field: 'credit', is: 'assist' }

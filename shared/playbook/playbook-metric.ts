// A metric of the playbook: a floor file's metric, and the roles it is for.
import type { z } from 'zod'
import type { Condition } from '../wire/condition.ts'
import type { Metric } from '../wire/floor.ts'
import type { PlaybookRole } from './shape.ts'

export type MetricEntry = z.input<typeof Metric>

export interface PlaybookMetric {
  readonly roles: readonly PlaybookRole[]
  readonly metric: MetricEntry
}

/** What the playbook has to know about a floor's deals. */
export interface DealRules {
  /** The stage in which a deal begins: in any other it has moved. */
  readonly firstDealStage: string
  /** Conditions that exclude orders without a sales cycle, such as more seats or renewals. */
  readonly sold: readonly Condition[]
}

export const isOpen: Condition = { field: 'status', is: 'open' }
export const isWon: Condition = { field: 'status', is: 'won' }
/** On a deal, the SDR has the credit `assist`. */
export const isSourced: Condition = { field: 'credit', is: 'assist' }

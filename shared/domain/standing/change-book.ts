// What edits made of metrics and goals, as boards and mails ask for it.
import type { MetricChange } from '../../wire/metric-changes.ts'

export interface ChangeBook {
  /** By version, the oldest first. */
  all(): readonly MetricChange[]
}

export const noChanges: ChangeBook = { all: () => [] }

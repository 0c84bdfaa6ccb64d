// The playbook's metrics under its questions, in the order in which they are asked.
import { activityMetrics } from './activity.ts'
import { hygieneMetrics } from './hygiene.ts'
import { creationMetrics } from './pipeline-creation.ts'
import type { DealRules, MetricEntry, PlaybookMetric } from './playbook-metric.ts'
import { resultMetrics } from './results.ts'
import type { PlaybookRole } from './shape.ts'
import { velocityMetrics } from './velocity.ts'

export interface Chapter {
  /** A line of comment above it. */
  readonly heading: string
  readonly metrics: readonly MetricEntry[]
}

const questions = (rules: DealRules): readonly (readonly [string, readonly PlaybookMetric[]])[] => [
  ['Activity: how much is done?', activityMetrics],
  ['Pipeline creation: does it become pipeline?', creationMetrics(rules)],
  ['Pipeline hygiene: is the pipeline being worked?', hygieneMetrics],
  ['Pipeline velocity: does it move?', velocityMetrics(rules)],
  ['Results: what came of it?', resultMetrics(rules)],
]

/** Those of any of the roles; every metric that another is made of comes with it. */
export const metricChapters = (roles: readonly PlaybookRole[], rules: DealRules): readonly Chapter[] =>
  questions(rules).map(([heading, metrics]) => ({
    heading,
    metrics: metrics.flatMap(({ roles: whose, metric }) =>
      whose.some((role) => roles.includes(role)) ? [metric] : [],
    ),
  }))

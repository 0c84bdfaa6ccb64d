// What a team's bar is made of.
import type { TeamBar } from '../../../wire/boards/leaderboard-board.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'

export type BarSegment = TeamBar['segments'][number]

/** `shown`: what each row brought, best first. What others brought stands at the end, uncoloured (hue −1). */
export const barSegments = (
  plan: MetricPlan,
  shown: readonly BarSegment[],
  whole: number | null,
): TeamBar['segments'] => {
  if (!plan.additive || whole === null || plan.metric.better === 'lower') return []
  const segments = shown.filter(({ value }) => value > 0)
  const rest = whole - segments.reduce((sum, { value }) => sum + value, 0)
  // Shared counts are fractions: what is left of their rounding is nobody's.
  return rest > whole * 1e-9 ? [...segments, { id: 'others', hue: -1, value: rest }] : segments
}

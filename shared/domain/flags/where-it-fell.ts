// Where an outcome fell that fell for everybody: the product, segment or source, of the fields by which the floor breaks its
// numbers down, in which most of it was lost.
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { SubjectIndex } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { DayRange } from '../time/calendar-date.ts'

export interface Fell {
  readonly field: string
  readonly value: string
  readonly came: number
  /** What so many days brought before. */
  readonly before: number
}

/** What lost less than this share of the whole loss does not stand out. */
const leastShare = 0.5

/**
 * `subject`: a team, or the org. Of values that fell, the one that lost most, if that is at least half of what was lost;
 * among equals the first one in the order in which they came. Null where the floor has no such field.
 */
export const whereItFell = (
  { engine, model }: Numbers,
  outcome: MetricPlan,
  subject: SubjectIndex,
  now: DayRange,
  before: DayRange,
  /** How many times as long `before` is. */
  times: number,
): Fell | null => {
  let most: Fell | null = null
  let lostInAll = 0
  const lossOf = ({ came, before: usual }: Pick<Fell, 'came' | 'before'>): number => usual - came
  for (const field of model.file.floor.breakdowns) {
    const parts = (engine.valuesOf(field) ?? []).map((value): Fell => {
      const of = (days: DayRange): number =>
        engine.valueWith(field, value, outcome.index, [{ subject, days }]) ?? 0
      return { field, value, came: of(now), before: of(before) / times }
    })
    const lost = parts.reduce((sum, part) => sum + Math.max(0, lossOf(part)), 0)
    for (const part of parts) {
      const share = lost > 0 ? lossOf(part) / lost : 0
      if (share < leastShare || parts.length < 2) continue
      if (most === null || lossOf(part) / lost > lossOf(most) / lostInAll) {
        most = part
        lostInAll = lost
      }
    }
  }
  return most
}

// Somebody beside their own last four weeks.
import type { Metric } from '../../shared/wire/floor.ts'
import type { WindowSpec } from '../../shared/wire/window.ts'
import { type Dates, plus } from './calendar.ts'
import { isAdditive } from './goals.ts'
import type { Person } from './people.ts'
import type { Sight } from './period.ts'
import type { Filter } from './values.ts'

/**
 * By how much `value` is better, or worse, than what the four weeks before the window would have made of it by now: a
 * share of what adds up, a difference of what does not. Null without such weeks.
 */
export const improvementOn = (
  sight: Sight,
  metric: Metric,
  window: WindowSpec,
  person: Person,
  filter: Filter,
  value: number | null,
): number | null => {
  const { personParts, valueFrom } = sight.values
  const dates = sight.dates(window)
  if (dates.from === null || value === null) return null
  const past: Dates = { from: plus(dates.from, -28), to: dates.from, undated: false }
  const before = valueFrom(metric.id, personParts(person.id, past, filter))
  if (before === null) return null
  if (!isAdditive(sight.file, metric)) return value - before
  const pastDays = sight.workingDays(past)
  const daysGone = sight.shareOf(person, window) * sight.workingDays(dates)
  const usual = pastDays === 0 ? 0 : (before / pastDays) * daysGone
  return usual > 0 ? value / usual - 1 : null
}

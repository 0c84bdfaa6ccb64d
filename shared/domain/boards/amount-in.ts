// What a team, a role or everybody comes to within some days.
import { orgSubject } from '../people/roster.ts'
import type { Numbers, Selection } from '../standing/numbers.ts'
import type { DayRange } from '../time/calendar-date.ts'

/** `metric`: the index of what is counted. Summed before anything is divided; what a role's people share counts once. */
export const amountIn = (
  { engine, model, cellsOf }: Numbers,
  metric: number,
  { team, role }: Selection,
  days: DayRange,
): number | null => {
  const whole = team ?? orgSubject
  if (role === null) return engine.value(metric, [{ subject: whole, days }])
  const cells = model.roster.people.flatMap(({ subject }) => cellsOf(subject, days, { team, role }))
  return engine.value(metric, cells, { role, of: whole })
}

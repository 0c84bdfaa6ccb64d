// What a team, a role or everybody comes to, each person within days of their own.
import { orgSubject, type SubjectIndex } from '../people/roster.ts'
import type { Numbers, Selection } from '../standing/numbers.ts'
import type { DayRange } from '../time/calendar-date.ts'

/** `metric`: the index of what is counted. Summed before anything is divided; what a role's people share counts once. */
export const amountIn = (
  { engine, model, cellsOf }: Numbers,
  metric: number,
  { team, role }: Selection,
  daysOf: (subject: SubjectIndex) => DayRange,
): number | null => {
  const whole = team ?? orgSubject
  if (role === null) return engine.value(metric, [{ subject: whole, days: daysOf(whole) }])
  const cells = model.roster.people.flatMap(({ subject }) =>
    cellsOf(subject, daysOf(subject), { team, role }),
  )
  return engine.value(metric, cells, { role, of: whole })
}

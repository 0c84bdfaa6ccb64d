// Which facts are behind a number: what is counted, for whom, and on which days.

import type { WinsBoard } from '../../../wire/boards/wins-board.ts'
import type { ExplainedAnswer } from '../../../wire/explained.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import type { Cell } from '../../counting/counters.ts'
import type { FieldFilter, StagePart } from '../../counting/explain.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'
import type { RoleGroup } from '../../counting/role-repeats.ts'
import { orgSubject, type SubjectIndex } from '../../people/roster.ts'
import type { ContestFacts } from '../../standing/contest-book.ts'
import type { Numbers, Selection } from '../../standing/numbers.ts'
import { type DayRange, formatDay } from '../../time/calendar-date.ts'
import { firstDay } from '../../time/fiscal-calendar.ts'

/** `deals`: those that a wins board counts. `deal`: one, whole. `contest`: what counts in it for one who takes part. */
export type FactsOf =
  | { readonly kind: 'metric'; readonly plan: MetricPlan; readonly field?: FieldFilter }
  | { readonly kind: 'stage'; readonly stage: number; readonly part: StagePart }
  | { readonly kind: 'deals'; readonly board: WinsBoard; readonly part: 'deals' | 'total' | 'refunds' }
  | { readonly kind: 'deal'; readonly source: string; readonly id: string }
  | { readonly kind: 'contest'; readonly counted: ContestFacts }

export interface FactsQuestion {
  readonly of: FactsOf
  readonly cells: readonly Cell[]
  readonly group?: RoleGroup
  readonly window: ExplainedAnswer['window']
  readonly who: ExplainedAnswer['of']
}

/** Days as people are told of them; `days` may be another range than the window's, and is then called `label`. */
export interface ShownDays {
  readonly days: DayRange
  readonly window: ExplainedAnswer['window']
}

const boundOf = (day: number): string | null =>
  Number.isFinite(day) && day > firstDay ? formatDay(day) : null

/** At an instant, epoch ms. */
export const daysCalled = (numbers: Numbers, days: DayRange, label: string, ms: number): ShownDays => {
  const zone = numbers.zoneAt(ms)
  const [start, end] = [boundOf(days.from), boundOf(days.to)]
  const instantOf = (bound: string | null, day: number): string | null =>
    bound === null ? null : new Date(zone.startOf(day)).toISOString()
  return {
    days,
    window: {
      start,
      end,
      label,
      zone: zone.id,
      startAt: instantOf(start, days.from),
      endAt: instantOf(end, days.to),
    },
  }
}

export const daysOfWindow = (numbers: Numbers, window: WindowSpec, ms: number): ShownDays =>
  daysCalled(
    numbers,
    numbers.daysOf(window, ms),
    numbers.model.calendar.label(window, numbers.todayAt(ms)),
    ms,
  )

const kindOf = ({ model: { roster } }: Numbers, subject: SubjectIndex): FactsQuestion['who']['kind'] =>
  subject === orgSubject ? 'org' : roster.personAt(subject) ? 'rep' : 'team'

const nameOf = ({ model }: Numbers, subject: SubjectIndex): string =>
  subject === orgSubject ? model.file.floor.name : model.roster.nameOf(subject)

/** Of a person within a selection, of a team, or of everybody. */
export const factsOfSubject = (
  numbers: Numbers,
  plan: MetricPlan,
  { days, window }: ShownDays,
  subject: SubjectIndex,
  within: Selection,
): FactsQuestion => ({
  of: { kind: 'metric', plan },
  cells: numbers.cellsOf(subject, days, within),
  window,
  who: { kind: kindOf(numbers, subject), name: nameOf(numbers, subject) },
})

/** Of several teams, none of which is part of another. */
export const factsOfSubjects = (
  plan: MetricPlan,
  { days, window }: ShownDays,
  subjects: readonly SubjectIndex[],
  name: string,
): FactsQuestion => ({
  of: { kind: 'metric', plan },
  cells: subjects.map((subject) => ({ subject, days })),
  window,
  who: { kind: subjects.length === 1 && subjects[0] === orgSubject ? 'org' : 'team', name },
})

/** What a team, a role or everybody is counted by: see `amountIn`. */
export const cellsOfScope = (
  numbers: Numbers,
  { team, role }: Selection,
  days: DayRange,
): Pick<FactsQuestion, 'cells' | 'group'> => {
  const whole = team ?? orgSubject
  if (role === null) return { cells: [{ subject: whole, days }] }
  return {
    cells: numbers.model.roster.people.flatMap(({ subject }) =>
      numbers.cellsOf(subject, days, { team, role }),
    ),
    group: { role, of: whole },
  }
}

/** Of a team, a role or everybody. `name`: what the board calls them. */
export const factsOfScope = (
  numbers: Numbers,
  of: FactsOf,
  { days, window }: ShownDays,
  within: Selection,
  name: string,
): FactsQuestion => ({
  of,
  ...cellsOfScope(numbers, within, days),
  window,
  who: { kind: within.role !== null ? 'role' : within.team !== null ? 'team' : 'org', name },
})

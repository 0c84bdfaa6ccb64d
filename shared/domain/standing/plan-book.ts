// The plans that were drawn up, as goals ask for them.
import type { Plan } from '../../wire/plan.ts'
import type { Day } from '../time/calendar-date.ts'

export interface PlanBook {
  /** All versions of a person's plans, by period and version. */
  of(person: string): readonly Plan[]
  /** The version that holds on a day; null where none does. */
  on(person: string, day: Day): Plan | null
}

export const noPlans: PlanBook = { of: () => [], on: () => null }

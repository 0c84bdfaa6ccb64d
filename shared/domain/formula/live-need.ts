// What a day asks from today on, beside the plan that does not move.
import type { Plan } from '../../wire/plan.ts'
import type { Member } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { parseDay } from '../time/calendar-date.ts'
import { type NeedFrom, needFrom } from './draw-plan.ts'
import type { CompiledFormula } from './formula-steps.ts'

/**
 * At an instant (epoch ms): the plan's own rates over what is left of the quota. Today counts as a day to come, and what was won
 * today as won: at the end of a good day the need from tomorrow on is what people want to see. 0 days left: the period is over
 * for them.
 */
export const liveNeed = (
  floorNumbers: Numbers,
  compiled: CompiledFormula,
  member: Member,
  plan: Plan,
  ms: number,
): NeedFrom => {
  const numbers = floorNumbers.about([member.subject])
  const rates = plan.steps.slice(1).map(({ rate }) => rate?.value ?? 1)
  const period = { from: parseDay(plan.from), to: parseDay(plan.to) }
  const today = numbers.todayAt(ms)
  return needFrom(numbers, compiled, member, rates, plan.quota, {
    period,
    from: today,
    counted: { from: period.from, to: today + 1 },
  })
}

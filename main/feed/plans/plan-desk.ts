// Draws up the plan of everybody whose role has a formula, once for each period, as soon as it can be drawn up.
import {
  answerCoaching,
  type CoachedAnswer,
  type CoachedLine,
  coachedOf,
  coachedPeople,
  listCoaching,
} from '../../../shared/domain/boards/coaching-answer.ts'
import { drawPlan, isPlan, type PlanChanges } from '../../../shared/domain/formula/draw-plan.ts'
import { rememberConversions } from '../../../shared/domain/formula/known-rates.ts'
import { stayAt } from '../../../shared/domain/people/roster.ts'
import type { NoPlan } from '../../../shared/wire/coaching.ts'
import type { Plan } from '../../../shared/wire/plan.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { startMinuteTicks } from '../fold/minute-ticks.ts'
import { type Log, LogUnavailable } from '../store/log.ts'
import { type PlanRecords, planRecord } from './plan-records.ts'

/** Why there is no new version: there is no plan to take the place of, another came first, or none can be drawn up. */
export type NotPlanned =
  | NoPlan
  | { readonly kind: 'no plan' }
  | { readonly kind: 'stale'; readonly version: number }

export interface PlanDesk {
  /** Those whose role has a formula, with their team today. */
  coached(): readonly { readonly id: string; readonly team: string | null }[]
  /** Plan, need and coaching point of each of these. */
  list(people: readonly string[]): readonly CoachedLine[]
  /** Null where somebody is not here, or their role has no formula. */
  answer(person: string, mayPlan: boolean): CoachedAnswer | null
  /** A new version from today on. Rejects with `LogUnavailable`. */
  replan(
    person: string,
    asked: {
      readonly reason: string
      readonly over: number
      readonly changes: PlanChanges
      readonly by: string
    },
  ): Promise<Plan | NotPlanned>
  /** Each minute, by the clock; tests call it as well. */
  look(): void
  close(): Promise<void>
}

export interface PlanDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'isHistoryComing' | 'onStageChange'>
  readonly log: Pick<Log, 'appendRecords'>
  readonly plans: PlanRecords
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

export const isNewPlan = (planned: Plan | NotPlanned): planned is Plan => 'steps' in planned

export const openPlanDesk = ({ floor, log, plans, clock, onError }: PlanDeskParts): PlanDesk => {
  let writing: Promise<void> | null = null

  const missing = (): Plan[] => {
    const numbers = floor.numbers()
    const { file } = numbers.model
    // Before a source has spoken, and while it sends its past, a plan would rest on nothing for ever.
    if (
      file.formulas.length === 0 ||
      floor.isHistoryComing() ||
      numbers.awaits(numbers.model.metrics) !== null
    )
      return []
    const ms = clock.now()
    const conversionsOf = rememberConversions(numbers)
    return coachedPeople(numbers, ms).flatMap(({ member, compiled, day }) => {
      if (plans.on(member.id, day) !== null) return []
      const drawn = drawPlan(numbers, compiled, {
        member,
        ms,
        version: 1,
        reason: null,
        conversionsOf,
      })
      return isPlan(drawn) ? [drawn] : []
    })
  }

  const look = (): void => {
    if (writing !== null) return
    const drawn = missing()
    if (drawn.length === 0) return
    const at = clock.now()
    writing = log
      .appendRecords(drawn.map((plan) => planRecord(plan, at, 'clock')))
      .then(() => undefined)
      .catch((error) => {
        // They are drawn up again in a minute.
        if (!(error instanceof LogUnavailable)) onError('plans cannot be kept', error)
      })
      .then(() => {
        writing = null
      })
  }
  const ticks = startMinuteTicks(clock, look)
  floor.onStageChange(look)

  return {
    coached: () => {
      const numbers = floor.numbers()
      const ms = clock.now()
      return coachedPeople(numbers, ms).map(({ member }) => {
        const { team } = stayAt(member, ms)
        return { id: member.id, team: team === null ? null : numbers.model.roster.idOf(team) }
      })
    },
    list: (people) => listCoaching(floor.numbers(), people, clock.now()),
    answer: (person, mayPlan) => answerCoaching(floor.numbers(), person, clock.now(), mayPlan),
    look,
    replan: async (person, { reason, over, changes, by }) => {
      const numbers = floor.numbers()
      const ms = clock.now()
      const coached = coachedOf(numbers, person, ms)
      const standing = coached && plans.on(person, coached.day)
      if (!coached || !standing) return { kind: 'no plan' }
      const latest = plans.of(person).findLast(({ from }) => from === standing.from) ?? standing
      if (latest.version !== over) return { kind: 'stale', version: latest.version }
      const drawn = drawPlan(numbers, coached.compiled, {
        member: coached.member,
        ms,
        version: over + 1,
        reason,
        changes,
      })
      if (!isPlan(drawn)) return drawn
      const [outcome] = await log.appendRecords([planRecord(drawn, ms, by)])
      return outcome?.changed === true ? drawn : { kind: 'stale', version: over + 1 }
    },
    close: async () => {
      ticks.close()
      await writing
    },
  }
}

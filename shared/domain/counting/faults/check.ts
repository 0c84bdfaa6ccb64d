// The shape of a check, and what checks look up of the floor.
import type { Base } from '../../../wire/floor.ts'
import type { Occurrence } from '../condition.ts'
import type { FloorModel } from '../floor-model.ts'
import type { BasePlan } from '../metric-plan.ts'
import type { FactFault } from './fact-fault.ts'

export type NoteFault = (fault: FactFault) => void

/** Notes what is wrong with a fact; the same fault may be noted more than once. */
export type FactCheck = (occurrence: Occurrence, note: NoteFault) => void

/** A base metric, as it is written and as it is compiled. */
export interface Counted {
  readonly of: Base
  readonly plan: BasePlan
  /** Counts in `all` when nothing else is said, so that a missing date is no loss. */
  readonly isTimeless: boolean
}

export const countedBy = ({ metrics }: Pick<FloorModel, 'metrics'>): readonly Counted[] =>
  metrics.flatMap(({ metric, base }) =>
    base && 'from' in metric.of
      ? [{ of: metric.of, plan: base, isTimeless: metric.window?.trim().toLowerCase() === 'all' }]
      : [],
  )

/** Answers that are asked again and again, up to a number that a faulty source cannot fill the memory with. */
export const remembering = <Answer>(work: (name: string, occurrence: Occurrence) => Answer) => {
  const most = 2000
  const known = new Map<string, Answer>()
  return (name: string, occurrence: Occurrence): Answer => {
    const found = known.get(name)
    if (found !== undefined) return found
    const answer = work(name, occurrence)
    if (known.size < most) known.set(name, answer)
    return answer
  }
}

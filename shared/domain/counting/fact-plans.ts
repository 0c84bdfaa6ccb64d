// Which of the floor's metrics a fact can count for: sorted out once, so that a fact is tested by few of them.
import type { Fact } from '../../wire/fact.ts'
import { foldedName } from '../people/name-key.ts'
import type { FloorModel } from './floor-model.ts'
import type { BasePlan } from './metric-plan.ts'

export interface FactPlans {
  ofFact(fact: Fact): readonly BasePlan[]
  /** `kind`: of an event in a deal's history. */
  ofEvent(kind: string): readonly BasePlan[]
}

const none: readonly BasePlan[] = []

export const createFactPlans = ({ metrics }: Pick<FloorModel, 'metrics'>): FactPlans => {
  const bases = metrics.flatMap(({ base, earlier }) => (base ? [base, ...earlier] : []))
  // Metrics of one date stand together, so that a deal is placed once for all of them.
  const dealPlans = bases
    .filter((plan) => plan.from === 'deal')
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index))
  const activityPlans = bases.filter((plan) => plan.from === 'activity')
  const anyKind = activityPlans.filter((plan) => plan.kinds === null)
  const kinds = new Set(activityPlans.flatMap((plan) => plan.kinds ?? []))
  const naming = (kind: string) => activityPlans.filter((plan) => plan.kinds?.includes(kind))
  const ofEvents = new Map([...kinds].map((kind) => [kind, naming(kind)]))
  const ofActivities = new Map(
    [...kinds].map((kind) => [
      kind,
      activityPlans.filter((plan) => plan.kinds === null || plan.kinds.includes(kind)),
    ]),
  )
  return {
    ofFact: (fact) => {
      if (fact.type === 'deal') return dealPlans
      return ofActivities.get(fact.kind) ?? ofActivities.get(foldedName(fact.kind)) ?? anyKind
    },
    // What happened to a deal is nobody's activity: it counts only for metrics that name it.
    ofEvent: (kind) => ofEvents.get(kind) ?? none,
  }
}

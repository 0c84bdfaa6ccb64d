// What a funnel counts, as base metrics of the engine: for each stage, the deals that left it, those of them that went on,
// and how long they had been there. A floor without a funnel has none.
import type { FloorFile } from '../../wire/floor.ts'
import type { BasePlan } from './metric-plan.ts'
import { dealSorts } from './standing-facts.ts'

export interface StagePlans {
  readonly stage: string
  readonly left: BasePlan
  readonly wentOn: BasePlan
  readonly days: BasePlan
}

export interface StageFlow {
  readonly stages: readonly StagePlans[]
  readonly plans: readonly BasePlan[]
}

const noFlow: StageFlow = { stages: [], plans: [] }

/** Counts a deal on the day on which it left the stage, for the people of the deal. */
const planOf = (index: number, measure: BasePlan['measure']): BasePlan => ({
  index,
  from: 'activity',
  kinds: null,
  test: () => true,
  about: dealSorts,
  credit: null,
  date: 'at',
  measure,
  days: null,
})

/** The stages that a floor counts for its funnels: all of them, or none without a funnel. */
export const flowingStages = ({ boards, floor }: Pick<FloorFile, 'boards' | 'floor'>): readonly string[] =>
  boards.some(({ kind }) => kind === 'funnel') ? floor.stages : []

/** `firstIndex`: the first index that no metric of the floor has. */
export const createStageFlow = (file: FloorFile, firstIndex: number): StageFlow => {
  const names = [...new Set(flowingStages(file))]
  if (names.length === 0) return noFlow
  const stages = names.map((stage, at): StagePlans => {
    const index = firstIndex + at * 3
    return {
      stage,
      left: planOf(index, { kind: 'count' }),
      wentOn: planOf(index + 1, { kind: 'count' }),
      days: planOf(index + 2, { kind: 'meanStay' }),
    }
  })
  return { stages, plans: stages.flatMap(({ left, wentOn, days }) => [left, wentOn, days]) }
}

// What a funnel counts, kept by the engine like any base metric: of each stage the deals that left it, those that went
// on, and how long they had been there. A floor without a funnel has none of it.
import type { FloorFile } from '../../wire/floor.ts'
import type { BasePlan } from './metric-plan.ts'

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

/** Dated by the day on which a deal left the stage, for the people of the deal. */
const planOf = (index: number, measure: BasePlan['measure']): BasePlan => ({
  index,
  from: 'activity',
  kinds: null,
  test: () => true,
  credit: null,
  date: 'at',
  measure,
})

/** The stages whose flow a floor asks for: all of them, as soon as one board is a funnel. */
export const flowingStages = ({ boards, floor }: Pick<FloorFile, 'boards' | 'floor'>): readonly string[] =>
  boards.some(({ kind }) => kind === 'funnel') ? floor.stages : []

/** `firstIndex`: after those of the floor's metrics. */
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

// What counts in a contest for one who takes part, fact by fact: each is counted alone, by an engine that counts nothing else.
import type { Contest } from '../../wire/contests/contest.ts'
import type { Occasion } from '../counting/contest-occasions.ts'
import { createEngine, type Engine } from '../counting/engine.ts'
import { createFloorModel, type FloorModel } from '../counting/floor-model.ts'
import { whenCounted } from '../counting/measure.ts'
import type { BasePlan } from '../counting/metric-plan.ts'
import type { ContestFacts } from '../standing/contest-book.ts'
import { createCounted } from './counted.ts'
import { cellsIn, type Entrant, entrantsOf } from './entrants.ts'
import { type Measuring, measureContest } from './measuring.ts'
import { totalOf } from './steps.ts'

/** Of nothing but this contest; metrics keep their places. */
const countingAlone = ({ file }: FloorModel, contest: Contest): Engine =>
  createEngine(
    createFloorModel({
      ...file,
      floor: { ...file.floor, breakdowns: [] },
      boards: [],
      contests: [contest],
    }),
  )

const plansOf = ({ sources, plan }: Measuring, { metrics }: FloorModel): readonly BasePlan[] => [
  ...sources.flatMap(({ base }) => metrics[base]?.base ?? []),
  ...(sources.length === 0 && plan?.base ? [plan.base] : []),
]

/** At an instant, epoch ms, by id; null where the floor lacks a metric of it, or nobody of that id takes part. */
export const contestFacts = (
  engine: Engine,
  contest: Contest,
  occasion: Occasion,
  ms: number,
): ((id: string) => ContestFacts | null) => {
  const { model } = engine
  const measuring = measureContest(contest, model)
  if (measuring === null) return () => null
  const { counts, unit, plan, sources, scale } = measuring
  const entrants = new Map(entrantsOf(contest, occasion, model, ms).map((each) => [each.id, each]))
  const isRate = sources.length === 0
  const totalIn = (of: Engine) => {
    const counted = createCounted(of, occasion, measuring, contest.handicap)
    return (who: Entrant): number => totalOf(counted.of(who).steps) / scale
  }
  const total = totalIn(engine)
  const plans = plansOf(measuring, model)
  /** Made once it is asked for: most who look at a board open no number of it. */
  let alone: { readonly engine: Engine; readonly total: (who: Entrant) => number } | null = null

  return (id) => {
    const entrant = entrants.get(id)
    if (entrant === undefined) return null
    const cells = cellsIn(entrant, occasion)
    return {
      name: counts,
      unit,
      heads: entrant.heads,
      days: occasion.days,
      between: occasion.isByTheClock ? { from: occasion.from, until: occasion.until } : null,
      rate: isRate && plan !== null ? { plan, cells } : null,
      total: () => (isRate ? plan && engine.value(plan.index, cells) : total(entrant)),
      adds: (stored) => {
        if (isRate) return 0
        if (alone === null) {
          const own = countingAlone(model, contest)
          alone = { engine: own, total: totalIn(own) }
        }
        alone.engine.apply(null, stored, ms)
        const adds = alone.total(entrant)
        alone.engine.apply(stored, null, ms)
        return adds
      },
      when: (stored) => {
        for (const each of plans) {
          const when = whenCounted(stored, each)
          if (when !== null) return when
        }
        return null
      },
    }
  }
}

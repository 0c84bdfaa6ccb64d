// Kinds of activity that no metric counts, and those that look like one that a metric names.

import { createLookAlikes } from '../../words/look-alike.ts'
import { compileCondition, createReader } from '../condition.ts'
import type { FloorModel } from '../floor-model.ts'
import { type Counted, countedBy, type FactCheck, remembering } from './check.ts'

const kindConditions = ({ of }: Counted) => of.where.filter(({ field }) => field === 'kind')

const isActivity = ({ of }: Counted): boolean => of.from === 'activity'

/** The kinds that the floor's metrics name. */
export const namedKinds = (model: Pick<FloorModel, 'metrics'>): readonly string[] => [
  ...new Set(countedBy(model).flatMap(({ plan }) => plan.kinds ?? [])),
]

export const createKindCheck = (model: Pick<FloorModel, 'metrics'>): FactCheck => {
  const named = namedKinds(model)
  const lookAlikes = createLookAlikes(named)
  const readKind = createReader('kind', 1) ?? (() => null)
  const tests = countedBy(model)
    .filter(isActivity)
    .map((counted) => kindConditions(counted).map((condition) => compileCondition(condition, readKind)))
  const counts = remembering(
    (kind, occurrence) =>
      named.includes(kind) ||
      (lookAlikes.same(kind) === null &&
        tests.some((conditions) => conditions.every((passes) => passes(occurrence)))),
  )
  return (occurrence, note) => {
    const { fact } = occurrence
    if (fact.type === 'activity' && !counts(fact.kind, occurrence))
      note({ code: 'unused-kind', field: 'kind', value: fact.kind })
  }
}

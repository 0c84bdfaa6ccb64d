// Texts that metrics ask for and that a fact has only nearly: another case, another space. And stages and products that
// the floor names, and that a fact's own is none of.
import type { Condition } from '../../../wire/condition.ts'
import { createLookAlikes } from '../../words/look-alike.ts'
import { compileCondition, createReader, type Occurrence, type Predicate } from '../condition.ts'
import type { FloorModel } from '../floor-model.ts'
import { countedBy, type FactCheck, remembering } from './check.ts'

type Model = Pick<FloorModel, 'metrics' | 'file'>

/** Kinds have a check of their own, and what is no text of a source cannot be misspelt by it. */
const unchecked: ReadonlySet<string> = new Set(['kind', 'status', 'credit', 'amount', 'id', 'deal'])

const textsOf = ({ is, in: any }: Condition): readonly string[] =>
  [is, ...(any ?? [])].flatMap((value) => (typeof value === 'string' ? [value] : []))

/** What metrics ask for, by field. */
export const askedValues = (model: Pick<FloorModel, 'metrics'>): ReadonlyMap<string, readonly string[]> => {
  const asked = new Map<string, Set<string>>()
  for (const { of } of countedBy(model)) {
    for (const condition of of.where) {
      const texts = unchecked.has(condition.field) ? [] : textsOf(condition)
      if (texts.length > 0)
        asked.set(condition.field, new Set([...(asked.get(condition.field) ?? []), ...texts]))
    }
  }
  return new Map([...asked].map(([field, texts]) => [field, [...texts]]))
}

/** Products are a floor's own list: where metrics ask for products, one that none of them takes is told. */
const listedFields: ReadonlySet<string> = new Set(['product'])

const testsOf = (model: Model, field: string): readonly Predicate[] => {
  const read = createReader(field, 1)
  return countedBy(model).flatMap(({ of }) => {
    const conditions = of.where.filter((condition) => condition.field === field)
    if (!read || conditions.length === 0) return []
    const tests = conditions.map((condition) => compileCondition(condition, read))
    return [(occurrence: Occurrence) => tests.every((passes) => passes(occurrence))]
  })
}

export const createValueChecks = (model: Model): readonly FactCheck[] =>
  [...askedValues(model)].flatMap(([field, asked]) => {
    const read = createReader(field, 1)
    if (!read) return []
    const lookAlikes = createLookAlikes(asked)
    const tests = listedFields.has(field) ? testsOf(model, field) : []
    const isFaulty = remembering(
      (value, occurrence) =>
        !asked.includes(value) &&
        (lookAlikes.same(value) !== null ||
          (tests.length > 0 && !tests.some((passes) => passes(occurrence)))),
    )
    const check: FactCheck = (occurrence, note) => {
      const value = read(occurrence)
      if (typeof value === 'string' && isFaulty(value, occurrence))
        note({ code: 'unmatched-value', field, value })
    }
    return [check]
  })

/** A closed deal's stage may be called anything: what it left is kept by its history. */
export const createStageCheck = ({ file }: Pick<FloorModel, 'file'>): FactCheck => {
  const stages = new Set(file.floor.stages)
  return ({ fact }, note) => {
    if (fact.type !== 'deal' || fact.status !== 'open' || fact.stage == null) return
    if (stages.size > 0 && !stages.has(fact.stage))
      note({ code: 'unknown-stage', field: 'stage', value: fact.stage })
  }
}

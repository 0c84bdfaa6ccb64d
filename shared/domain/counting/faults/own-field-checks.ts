// A source's own fields that metrics read: those that a fact lacks, and those that came as another type than they are
// read as. Text is never taken for a number: "12" adds nothing to a sum.
import type { Condition } from '../../../wire/condition.ts'
import { compileCondition, createReader, type Occurrence, type Predicate } from '../condition.ts'
import type { FloorModel } from '../floor-model.ts'
import { type Counted, countedBy, type FactCheck } from './check.ts'

const prefix = 'fields.'

interface Reading {
  /** As `typeof` has them; empty: any. */
  readonly types: ReadonlySet<string>
  /** Whether a fact without it does not count. */
  readonly isNeeded: boolean
}

const typesOf = ({ is, isNot, in: any, notIn, atLeast, atMost }: Condition): readonly string[] =>
  [is, isNot, atLeast, atMost, ...(any ?? []), ...(notIn ?? [])].flatMap((value) =>
    value === undefined ? [] : [typeof value],
  )

const isPositive = ({ is, in: any, atLeast, atMost }: Condition): boolean =>
  [is, any, atLeast, atMost].some((test) => test !== undefined)

const measuredField = ({ of: { measure } }: Counted): string | null => {
  if (measure === 'count' || 'meanDays' in measure) return null
  return 'sum' in measure ? measure.sum : measure.mean
}

/** How a metric reads a field; null where it does not. A metric that asks whether it exists knows that some lack it. */
const readingOf = (counted: Counted, field: string): Reading | null => {
  const isMeasured = measuredField(counted) === field
  const conditions = counted.of.where.filter((condition) => condition.field === field)
  if (!isMeasured && conditions.length === 0) return null
  const isAsked = conditions.some(({ exists }) => exists !== undefined)
  return {
    types: new Set([...(isMeasured ? ['number'] : []), ...conditions.flatMap(typesOf)]),
    isNeeded: !isAsked && (isMeasured || conditions.some(isPositive)),
  }
}

/** Every condition of a metric but those on one field. */
const otherConditions = ({ of }: Counted, field: string, minorPerUnit: number): Predicate => {
  const tests = of.where.flatMap((condition) => {
    if (condition.field === field || condition.field === 'credit') return []
    const read = createReader(condition.field, minorPerUnit)
    return read ? [compileCondition(condition, read)] : []
  })
  return (occurrence) => tests.every((passes) => passes(occurrence))
}

interface FieldUse extends Reading {
  readonly from: 'activity' | 'deal'
  readonly field: string
  readonly name: string
  readonly mayCount: Predicate
}

const usesOf = (counted: Counted, minorPerUnit: number): FieldUse[] => {
  const measured = measuredField(counted)
  const fields = new Set([
    ...counted.of.where.map(({ field }) => field),
    ...(measured === null ? [] : [measured]),
  ])
  return [...fields].flatMap((field) => {
    const reading = field.startsWith(prefix) ? readingOf(counted, field) : null
    if (!reading) return []
    const mayCount = otherConditions(counted, field, minorPerUnit)
    return [{ ...reading, from: counted.of.from, field, name: field.slice(prefix.length), mayCount }]
  })
}

const ownValue = ({ fact: { fields } }: Occurrence, name: string) =>
  fields && Object.hasOwn(fields, name) ? (fields[name] ?? null) : null

export const createOwnFieldCheck = (model: Pick<FloorModel, 'metrics'>, minorPerUnit: number): FactCheck => {
  const uses = countedBy(model).flatMap((counted) => usesOf(counted, minorPerUnit))
  const usesOfType = {
    activity: uses.filter(({ from }) => from === 'activity'),
    deal: uses.filter(({ from }) => from === 'deal'),
  }
  return (occurrence, note) => {
    for (const { field, name, types, isNeeded, mayCount } of usesOfType[occurrence.fact.type]) {
      const value = ownValue(occurrence, name)
      const isRead = value === null ? !isNeeded : types.size === 0 || types.has(typeof value)
      if (isRead || !mayCount(occurrence)) continue
      if (value === null) note({ code: 'no-field', field, value: '' })
      else note({ code: 'wrong-type', field, value: typeof value })
    }
  }
}

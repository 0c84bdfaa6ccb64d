// A metric's conditions, compiled once, so that testing a fact costs no more than the comparisons.

import type { Condition } from '../../wire/condition.ts'
import type { Deal, Fact } from '../../wire/fact.ts'
import type { HistoryEvent } from '../facts/stored-fact.ts'
import { foldedName } from '../people/name-key.ts'

type Scalar = string | number | boolean | null | undefined

/** What conditions and measures look at: a fact, or an event in a deal's history together with the deal. */
export interface Occurrence {
  readonly fact: Fact
  readonly event: HistoryEvent | null
  /** The amount in the floor's minor units; null without one. */
  readonly amountMinor: number | null
}

export type Reader = (occurrence: Occurrence) => Scalar

const dealFields = [
  'name',
  'account',
  'product',
  'stage',
  'status',
  'createdAt',
  'stageEnteredAt',
  'expectedCloseOn',
  'closedAt',
  'lastActivityAt',
] as const satisfies readonly (keyof Deal)[]

const isDealField = (field: string): field is (typeof dealFields)[number] =>
  (dealFields as readonly string[]).includes(field)

/** Every field that a condition may name, besides `fields.<name>`, which are the source's own. */
export const knownFields: readonly string[] = [
  'source',
  'id',
  'kind',
  'at',
  'durationSeconds',
  'outcome',
  'conversation',
  'deal',
  'amount',
  'credit',
  ...dealFields,
]

/** Reads a field; an amount in whole units of the currency. Null for a field that does not exist. */
export const createReader = (field: string, minorPerUnit: number): Reader | null => {
  if (field.startsWith('fields.')) {
    const name = field.slice('fields.'.length)
    // Only what the source sent is a field, not what every object inherits, such as `constructor`.
    return ({ fact }) => (fact.fields && Object.hasOwn(fact.fields, name) ? fact.fields[name] : undefined)
  }
  if (field === 'source' || field === 'id') return ({ fact }) => fact[field]
  if (field === 'kind')
    return ({ fact, event }) => (event ? event.kind : fact.type === 'activity' ? fact.kind : undefined)
  if (field === 'at')
    return ({ fact, event }) => (event ? event.at : fact.type === 'activity' ? fact.at : undefined)
  if (field === 'durationSeconds' || field === 'outcome') {
    return ({ fact }) => (fact.type === 'activity' ? fact[field] : undefined)
  }
  if (field === 'deal') return ({ fact }) => (fact.type === 'activity' ? fact.deal : fact.id)
  if (field === 'account') return ({ fact }) => fact.account
  if (field === 'amount')
    return ({ amountMinor }) => (amountMinor === null ? null : amountMinor / minorPerUnit)
  if (isDealField(field)) return ({ fact }) => (fact.type === 'deal' ? fact[field] : undefined)
  return null
}

/** Texts are compared as names are: what nobody can see makes no difference. Capitals do. */
const folded = (value: Scalar): Scalar => (typeof value === 'string' ? foldedName(value) : value)

export type Predicate = (occurrence: Occurrence) => boolean

/** True for facts that pass the condition; a field that is missing passes only `isNot`, `notIn` and `exists: false`. */
export const compileCondition = (condition: Condition, read: Reader): Predicate => {
  const { atLeast, atMost, exists } = condition
  const [is, isNot] = [folded(condition.is), folded(condition.isNot)]
  if (is !== undefined) return (occurrence) => folded(read(occurrence)) === is
  if (isNot !== undefined) return (occurrence) => folded(read(occurrence)) !== isNot
  if (condition.in) {
    const wanted = new Set<Scalar>(condition.in.map(folded))
    return (occurrence) => wanted.has(folded(read(occurrence)))
  }
  if (condition.notIn) {
    const unwanted = new Set<Scalar>(condition.notIn.map(folded))
    return (occurrence) => !unwanted.has(folded(read(occurrence)))
  }
  const number = (occurrence: Occurrence): number => {
    const value = read(occurrence)
    return typeof value === 'number' ? value : Number.NaN
  }
  if (atLeast !== undefined) return (occurrence) => number(occurrence) >= atLeast
  if (atMost !== undefined) return (occurrence) => number(occurrence) <= atMost
  return (occurrence) => (read(occurrence) != null) === (exists ?? true)
}

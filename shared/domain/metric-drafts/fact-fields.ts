// What the facts that stand have: their fields, what is in them most often, and whether it is text, a number or yes or no.
// So that a metric's conditions are chosen instead of typed.
import type { FactFieldsAnswer, KnownField } from '../../wire/metric-drafts.ts'
import type { StoredFact } from '../facts/stored-fact.ts'

type Value = KnownField['values'][number]['value']

/** Kept of each field; what is counted no more is told as so many others. */
const mostKept = 1000
const mostAnswered = 40
/** Longer texts are notes, and nothing to choose. */
const longestText = 80
const mostFields = 200

/** Those of the fact's own whose values are few. */
const dealFields = ['stage', 'status', 'product', 'source'] as const
const activityFields = ['kind', 'outcome', 'source'] as const

interface Tally {
  facts: number
  readonly kinds: Map<KnownField['kind'], number>
  readonly values: Map<Value, number>
  others: number
}

const kindOf = (value: Value): KnownField['kind'] =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'yes-no' : 'text'

const createFields = () => {
  const tallies = new Map<string, Tally>()
  const take = (field: string, value: Value | null | undefined): void => {
    if (value === null || value === undefined || value === '') return
    const known = tallies.get(field)
    if (known === undefined && tallies.size >= mostFields) return
    const tally = known ?? { facts: 0, kinds: new Map(), values: new Map(), others: 0 }
    tallies.set(field, tally)
    tally.facts += 1
    const kind = kindOf(value)
    tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1)
    const count = tally.values.get(value)
    const isShort = typeof value !== 'string' || value.length <= longestText
    if (count !== undefined) tally.values.set(value, count + 1)
    else if (isShort && tally.values.size < mostKept) tally.values.set(value, 1)
    else tally.others = Math.min(mostKept, tally.others + 1)
  }
  const answer = (): KnownField[] =>
    [...tallies].map(([field, { facts, kinds, values, others }]) => {
      const listed = [...values].sort(([, a], [, b]) => b - a)
      return {
        field,
        facts,
        kind: [...kinds].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'text',
        values: listed.slice(0, mostAnswered).map(([value, count]) => ({ value, facts: count })),
        more: Math.min(mostKept, Math.max(0, listed.length - mostAnswered) + others),
      }
    })
  return { take, answer }
}

export const createFactFields = () => {
  const [deal, activity] = [createFields(), createFields()]
  let [deals, activities] = [0, 0]
  return {
    take: ({ fact }: StoredFact): void => {
      const of = fact.type === 'deal' ? deal : activity
      if (fact.type === 'deal') {
        deals += 1
        for (const field of dealFields) of.take(field, fact[field])
      } else {
        activities += 1
        for (const field of activityFields) of.take(field, fact[field])
      }
      for (const [name, value] of Object.entries(fact.fields ?? {})) of.take(`fields.${name}`, value)
    },
    answer: (): FactFieldsAnswer => ({
      deals,
      activities,
      deal: deal.answer(),
      activity: activity.answer(),
    }),
  }
}

// Facts that one condition alone keeps out of a metric, in some days: found by the metric without that condition, which the
// engine counts as it counts every other.

import type { Condition } from '../../wire/condition.ts'
import type { FloorFile, Metric } from '../../wire/floor.ts'
import type { NearMiss } from '../../wire/metric-drafts.ts'
import { createReader, type Occurrence } from '../counting/condition.ts'
import { conversationField, createIsConversation } from '../counting/conversation.ts'
import type { Cell } from '../counting/counters.ts'
import { createEngine } from '../counting/engine.ts'
import { amountInFloorCurrency, createFloorModel } from '../counting/floor-model.ts'
import { compileOccurrenceTest } from '../counting/metric-plan.ts'
import type { HistoryEvent, StoredFact } from '../facts/stored-fact.ts'
import { exponentOf } from '../words/currency-exponent.ts'

type Has = NearMiss['values'][number]['has']

/** A number that misses by a tenth of the bound is close. */
const closeShare = 0.1
/** Named of each condition. */
const mostExamples = 3
const mostValues = 3
/** More values of one field are nothing to tell. */
const mostTallied = 1000

/** What kind of activity something is, is no near miss: calls are no e-mails. */
const isToldOf = ({ field }: Condition): boolean => field !== 'kind' && field !== 'credit'

interface Missed {
  readonly source: string
  readonly id: string
  readonly name: string
  readonly has: Has
  /** How far from the number that is asked for, as a share of it; null where no number is. */
  readonly off: number | null
  readonly receivedAt: number
}

const nameOf = ({ fact }: StoredFact): string =>
  fact.type === 'deal' ? (fact.name ?? fact.account ?? fact.id) : (fact.account ?? fact.kind)

const boundOf = ({ is, atLeast, atMost }: Condition): number | null =>
  atLeast ?? atMost ?? (typeof is === 'number' ? is : null)

const nearestFirst = (a: Missed, b: Missed): number =>
  (a.off ?? Number.POSITIVE_INFINITY) - (b.off ?? Number.POSITIVE_INFINITY) || b.receivedAt - a.receivedAt

export interface NearMisses {
  /** Every fact that stands, once each, in any order. */
  take(stored: StoredFact): void
  /** In the order of the conditions; those that keep nothing out by themselves are left out. */
  answer(): readonly NearMiss[]
}

/** `metric` counts facts and stands in the file, which has no faults; `cells` are those of the whole floor. */
export const createNearMisses = (
  file: FloorFile,
  metric: Metric & { readonly of: { readonly from: 'deal' | 'activity' } },
  cells: readonly Cell[],
): NearMisses => {
  const { of } = metric
  if (!('where' in of)) throw new Error(`"${metric.id}" counts no facts`)
  const told = of.where.flatMap((condition, index) => (isToldOf(condition) ? [{ condition, index }] : []))
  const without = told.map(({ index }): Metric => {
    const { earlier: _, since: __, ...rest } = metric
    return { ...rest, id: `without-${index}`, of: { ...of, where: of.where.toSpliced(index, 1) } }
  })
  const model = createFloorModel({ ...file, boards: [], metrics: without })
  const engine = createEngine(model)
  const minorPerUnit = 10 ** exponentOf(file.floor.currency)
  const isConversation = createIsConversation(file.floor.conversations)
  const compiled = of.where.map((condition) => ({
    isCredit: condition.field === 'credit',
    passes: compileOccurrenceTest(
      { from: of.from, where: [condition] },
      minorPerUnit,
      file.floor.conversations,
    ).test,
  }))
  const readers = told.map(({ condition }) =>
    condition.field === conversationField
      ? ({ fact }: Occurrence) => isConversation(fact)
      : createReader(condition.field, minorPerUnit),
  )
  const missed = told.map(() => ({
    facts: 0,
    close: 0,
    nearest: [] as Missed[],
    values: new Map<Has, number>(),
  }))

  /** The one condition that an occurrence fails; null where it fails none, or several. */
  const failedBy = (occurrence: Occurrence): number | null => {
    let failed: number | null = null
    for (const [index, { isCredit, passes }] of compiled.entries()) {
      if (isCredit || passes(occurrence)) continue
      if (failed !== null) return null
      failed = index
    }
    return failed
  }

  const occurrencesOf = ({ fact, history }: StoredFact): readonly (HistoryEvent | null)[] => {
    if (fact.type === of.from) return [null]
    return of.from === 'activity' ? history : []
  }

  const note = (stored: StoredFact, at: number, occurrence: Occurrence): void => {
    const book = missed[at]
    const condition = told[at]?.condition
    if (book === undefined || condition === undefined) return
    const read = readers[at]?.(occurrence) ?? null
    const bound = boundOf(condition)
    const off =
      bound === null || typeof read !== 'number' || bound === 0
        ? null
        : Math.abs(read - bound) / Math.abs(bound)
    const has = condition.field === 'amount' && typeof read === 'number' ? read * minorPerUnit : read
    book.facts += 1
    if (off !== null && off <= closeShare) book.close += 1
    if (book.values.has(has) || book.values.size < mostTallied)
      book.values.set(has, (book.values.get(has) ?? 0) + 1)
    const { source, id } = stored.fact
    const one = { source, id, name: nameOf(stored), has, off, receivedAt: stored.receivedAt }
    book.nearest = [...book.nearest, one].sort(nearestFirst).slice(0, mostExamples)
  }

  return {
    take: (stored) => {
      const seen = new Set<number>()
      for (const event of occurrencesOf(stored)) {
        const occurrence = {
          fact: stored.fact,
          event,
          amountMinor: amountInFloorCurrency(model, stored.fact),
        }
        const failed = failedBy(occurrence)
        const at = failed === null ? -1 : told.findIndex(({ index }) => index === failed)
        if (at === -1 || seen.has(at)) continue
        seen.add(at)
        engine.apply(null, stored, 0)
        const counts = engine.sums(at, cells).weight !== 0
        engine.apply(stored, null, 0)
        if (counts) note(stored, at, occurrence)
      }
    },
    answer: () =>
      missed.flatMap(({ facts, close, nearest, values }, at) =>
        facts === 0
          ? []
          : [
              {
                condition: told[at]?.index ?? 0,
                ...{ facts, close },
                examples: nearest.map(({ source, id, name, has }) => ({ source, id, name, has })),
                values: [...values]
                  .sort(([, a], [, b]) => b - a)
                  .slice(0, mostValues)
                  .map(([has, count]) => ({ has, facts: count })),
              },
            ],
      ),
  }
}

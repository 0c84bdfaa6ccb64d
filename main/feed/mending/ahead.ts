// What is said to have happened on a day that is still to come, anywhere on the floor: a misread date, or a deal that is dated
// by its contract. It is a matter of today, and so no fault that is kept with the fact.
import type { FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { keyOfAhead } from '../../../shared/domain/mending/item-keys.ts'
import { orgSubject } from '../../../shared/domain/people/roster.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { formatDay } from '../../../shared/domain/time/calendar-date.ts'
import type { CorrectedField } from '../../../shared/wire/correction.ts'
import type { Clock } from '../clock.ts'
import { type EveryFactParts, everyFact } from './every-fact.ts'
import { isRightDate, type Said } from './said.ts'

interface FactsAheadParts extends EveryFactParts {
  readonly clock: Pick<Clock, 'now'>
}

const happened = ['createdAt', 'stageEnteredAt', 'closedAt', 'lastActivityAt'] as const

export interface DatedAhead {
  readonly field: CorrectedField
  /** As its source wrote it. */
  readonly date: string
}

/** The last date that it is anywhere on the floor. */
export const lastDate = (numbers: Numbers, ms: number): string => formatDay(numbers.lastDateAt(ms))

/** `today`: the last date that it is anywhere. An instant is compared by its date alone. */
export const datedAhead = (
  model: Pick<FloorModel, 'corrections'>,
  stored: StoredFact,
  today: string,
): readonly DatedAhead[] => {
  const { fact } = model.corrections.read(stored)
  if (model.corrections.goesNowhere(fact)) return []
  if (fact.type === 'activity') return fact.at.slice(0, 10) > today ? [{ field: 'at', date: fact.at }] : []
  return happened.flatMap((field) => {
    const date = fact[field]
    return date != null && date.slice(0, 10) > today ? [{ field, date }] : []
  })
}

/** Whether anything counts on a day that is still to come: only then facts are looked through. */
const countsAhead = ({ engine, model, lastDateAt }: Numbers, ms: number): boolean => {
  const days = { from: lastDateAt(ms) + 1, to: Number.POSITIVE_INFINITY }
  return model.metrics.some(
    ({ base, index }) =>
      base !== null &&
      base.date !== 'expectedCloseOn' &&
      engine.sums(index, [{ subject: orgSubject, days }]).weight !== 0,
  )
}

/** Of a source and a field. */
export interface Ahead {
  readonly source: string
  readonly field: CorrectedField
  readonly facts: number
  /** Epoch ms, of the first that came. */
  readonly since: number
  /** The first few. */
  readonly samples: readonly StoredFact[]
}

const mostSamples = 4

/** But for what somebody said is right. */
export const findAhead = async (parts: FactsAheadParts, said: Said): Promise<readonly Ahead[]> => {
  const now = parts.clock.now()
  const numbers = parts.floor.numbers()
  if (!countsAhead(numbers, now)) return []
  const today = lastDate(numbers, now)
  const found = new Map<string, Ahead>()
  for await (const stored of everyFact(parts))
    for (const { field, date } of datedAhead(numbers.model, stored, today)) {
      if (isRightDate(said, stored, field, date)) continue
      const { source } = stored.fact
      const key = keyOfAhead(source, field)
      const known = found.get(key)
      const samples = known?.samples ?? []
      found.set(key, {
        source,
        field,
        facts: (known?.facts ?? 0) + 1,
        since: Math.min(stored.receivedAt, known?.since ?? stored.receivedAt),
        samples: samples.length < mostSamples ? [...samples, stored] : samples,
      })
    }
  return [...found.values()]
}

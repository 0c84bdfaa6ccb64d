// Deals that the floor did not take for want of a rate: by currency their ids, with the day for which it is needed. Pure.
import type { SourceHealth } from '../../../../shared/wire/sources.ts'
import type { SourceMemory } from '../source-state.ts'
import type { Taken } from '../take-changes.ts'

type Waiting = SourceMemory['waiting']

/** Of one currency: what is more comes with the night’s comparison. */
const mostWaiting = 2000

/** What came is not waited for any more, unless it still lacks its rate. */
export const waitingAfter = (
  before: Waiting,
  { refused }: Pick<Taken, 'refused'>,
  came: ReadonlyMap<string, unknown>,
): Waiting => {
  const lacking = refused.flatMap(({ id, lacks }) => (lacks ? [{ id, ...lacks }] : []))
  if (lacking.length === 0 && Object.keys(before).length === 0) return before
  const waiting = new Map(
    Object.entries(before).map(([currency, ids]) => [
      currency,
      new Map(Object.entries(ids).filter(([id]) => !came.has(id))),
    ]),
  )
  for (const { id, currency, on } of lacking) {
    const ids = waiting.get(currency) ?? new Map<string, string>()
    if (ids.size < mostWaiting) ids.set(id, on)
    waiting.set(currency, ids)
  }
  return Object.fromEntries(
    [...waiting].flatMap(([currency, ids]) =>
      ids.size === 0 ? [] : [[currency, Object.fromEntries(ids)] as const],
    ),
  )
}

/** Ids of those whose rate is there by now. `on`: a date. */
export const withRate = (
  waiting: Waiting,
  hasRate: (currency: string, on: string) => boolean,
): readonly string[] =>
  Object.entries(waiting).flatMap(([currency, ids]) =>
    Object.entries(ids).flatMap(([id, on]) => (hasRate(currency, on) ? [id] : [])),
  )

export const lackedRates = (waiting: Waiting, today: string): SourceHealth['lackedRates'] =>
  Object.entries(waiting).map(([currency, ids]) => ({
    currency,
    deals: Object.keys(ids).length,
    from: Object.values(ids).toSorted()[0] ?? today,
  }))

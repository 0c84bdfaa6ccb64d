// The facts behind an item of the inbox, page by page.
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { keyOfAhead, keyOfFault } from '../../../shared/domain/mending/item-keys.ts'
import { isBehindLacking } from '../../../shared/domain/mending/lacking.ts'
import type { BehindAnswer, FaultyFact } from '../../../shared/wire/mending.ts'
import type { Clock } from '../clock.ts'
import type { MendingStore } from '../store/mending-store.ts'
import { datedAhead, lastDate } from './ahead.ts'
import { type EveryFactParts, everyFact } from './every-fact.ts'
import { faultyFact } from './faulty-fact.ts'
import { isRightDate, saidOf } from './said.ts'

export interface FactsBehindParts extends EveryFactParts {
  readonly store: Pick<MendingStore, 'fixes'>
  readonly clock: Pick<Clock, 'now'>
}

const pageFacts = 50

/** Whether a fact is behind an item; null for a key that has no facts, or is none. */
const matcherOf = (
  { floor, store, clock }: FactsBehindParts,
  key: string,
): ((stored: StoredFact) => boolean) | null => {
  const numbers = floor.numbers()
  const { engine, model } = numbers
  const kind = /^\["(fault|lacking|ahead)",/.exec(key)?.[1]
  if (kind === 'fault') {
    // A second spelling is no fault of its facts, but of all of them together.
    const spellings = engine
      .faults()
      .filter(({ fault }) => fault.code === 'second-spelling' && keyOfFault(fault) === key)
      .map(({ fault }) => fault.value)
    return ({ fact, receivedAt }) =>
      spellings.includes(fact.source) ||
      engine.faultsOf(fact, receivedAt).some((fault) => keyOfFault(fault) === key)
  }
  if (kind === 'lacking')
    return ({ fact, receivedAt }) => isBehindLacking(key, engine.faultsOf(fact, receivedAt))
  if (kind === 'ahead') {
    const today = lastDate(numbers, clock.now())
    const said = saidOf(store)
    return (stored) =>
      datedAhead(model, stored, today).some(
        ({ field, date }) =>
          keyOfAhead(stored.fact.source, field) === key && !isRightDate(said, stored, field, date),
      )
  }
  return null
}

/** Of a fact, as an answer names the last one. */
const cursorOf = ({ fact }: StoredFact): string => JSON.stringify([fact.source, fact.id])

/** `after`: a cursor that an answer gave. Null: there are no facts behind such a key. */
export const factsBehind = async (
  parts: FactsBehindParts,
  key: string,
  after: string | null,
): Promise<BehindAnswer | null> => {
  const matches = matcherOf(parts, key)
  if (matches === null) return null
  const { file } = parts.floor.numbers().model
  const facts: FaultyFact[] = []
  let last = ''
  let isPast = after === null
  for await (const stored of everyFact(parts)) {
    const wasPast = isPast
    if (cursorOf(stored) === after) isPast = true
    if (!wasPast || !matches(stored)) continue
    if (facts.length === pageFacts) return { facts, next: last }
    facts.push(faultyFact(stored, file.floor))
    last = cursorOf(stored)
  }
  return { facts, next: null }
}

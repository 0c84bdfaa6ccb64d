// The floor's corrections, compiled: how it reads a fact that its source wrote otherwise. Reading a fact twice reads the same, so
// that nobody has to know whether it was read already.
import type { Correction } from '../../wire/correction.ts'
import type { Deal, Fact } from '../../wire/fact.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { foldedName, nameKey } from '../people/name-key.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import type { HistoryEvent, StoredFact } from './stored-fact.ts'

type FactCorrection = Extract<Correction, { kind: 'fact' }>

export interface Corrections {
  /** The fact as the floor reads it: the same object where nothing is corrected. */
  readonly read: (stored: StoredFact) => StoredFact
  /** The same of a deal without its history. */
  readonly readDeal: (deal: Deal) => Deal
  /** Whether a name is said to be nobody's of the floor. */
  readonly isNobody: (name: string) => boolean
  readonly isLeftOut: (fact: Fact) => boolean
  /** Whether the fact counts nowhere, since it is left out, or since all whom it credits are nobody of the floor's. */
  readonly goesNowhere: (fact: Fact) => boolean
  /** Whether a deal without an amount is right as it is. */
  readonly needsNoAmount: (deal: Deal) => boolean
  /** By the folded name that sources write: what the floor calls the stage. */
  readonly stages: ReadonlyMap<string, string>
}

const isSameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const fieldIn = (fact: Fact, field: FactCorrection['field']): unknown =>
  Object.entries(fact).find(([name]) => name === field)?.[1] ?? null

/** Which events of a deal's history a date dates. */
const dates: Readonly<Partial<Record<FactCorrection['field'], (event: HistoryEvent) => boolean>>> = {
  createdAt: ({ kind }) => kind === 'deal.created',
  stageEnteredAt: ({ stands }) => stands === true,
  closedAt: ({ kind }) => kind === 'deal.won' || kind === 'deal.lost',
}

/** Dates follow the date that was corrected: of several closings the last one. */
const redated = (
  history: readonly HistoryEvent[],
  { field, is }: FactCorrection,
): readonly HistoryEvent[] => {
  const holds = dates[field]
  if (holds === undefined || typeof is !== 'string') return history
  const index = history.findLastIndex(holds)
  return history.map((event, at) => (at === index ? { ...event, at: is } : event))
}

const correctedIn = (stored: StoredFact, correction: FactCorrection): StoredFact => {
  const { fact, history } = stored
  const { field, was, is } = correction
  if (!isSameValue(fieldIn(fact, field), was)) return stored
  if (fact.type === 'activity') {
    if (field !== 'at' || typeof is !== 'string') return stored
    return { ...stored, fact: { ...fact, at: is } }
  }
  if (field === 'at' || (field === 'amount') === (typeof is === 'string')) return stored
  return { ...stored, fact: { ...fact, [field]: is }, history: redated(history, correction) }
}

const none: Corrections = {
  read: (stored) => stored,
  readDeal: (deal) => deal,
  isNobody: () => false,
  isLeftOut: () => false,
  goesNowhere: () => false,
  needsNoAmount: () => false,
  stages: new Map(),
}

const keyOf = (source: string, id: string): string => JSON.stringify([source, id])

export const createCorrections = ({
  floor: { currency },
  corrections,
}: Pick<FloorFile, 'floor' | 'corrections'>): Corrections => {
  if (corrections.length === 0) return none
  const nobodies = new Map<string, 'floor' | 'nowhere'>()
  const stages = new Map<string, string>()
  const withoutAmount: Extract<Correction, { kind: 'no-amount' }>[] = []
  const ofFacts = new Map<string, FactCorrection[]>()
  const leftOut = new Set<string>()
  for (const each of corrections) {
    if (each.kind === 'nobody') nobodies.set(nameKey(each.name), each.counts)
    else if (each.kind === 'stage') stages.set(foldedName(each.stage), each.is)
    else if (each.kind === 'no-amount') withoutAmount.push(each)
    else if (each.kind === 'left-out') leftOut.add(keyOf(each.source, each.fact))
    else {
      const key = keyOf(each.source, each.fact)
      ofFacts.set(key, [...(ofFacts.get(key) ?? []), each])
    }
  }
  const minorPerUnit = 10 ** exponentOf(currency)

  const ruleFor = (deal: Deal) =>
    deal.amount != null
      ? undefined
      : withoutAmount.find(
          ({ status, source }) => status === deal.status && (source === undefined || source === deal.source),
        )

  const stageOf = (stage: string): string => stages.get(foldedName(stage)) ?? stage

  /** By the floor's own name, where the deal or its history has another one. */
  const withStages = (stored: StoredFact, deal: Deal): StoredFact => {
    if (stages.size === 0) return stored
    const stage = deal.stage == null ? deal.stage : stageOf(deal.stage)
    const history = stored.history.some(({ left }) => left && stageOf(left.stage) !== left.stage)
      ? stored.history.map((event) =>
          event.left ? { ...event, left: { ...event.left, stage: stageOf(event.left.stage) } } : event,
        )
      : stored.history
    if (stage === deal.stage && history === stored.history) return stored
    return { ...stored, fact: { ...deal, stage }, history }
  }

  const withAmount = (stored: StoredFact, deal: Deal): StoredFact => {
    const amount = ruleFor(deal)?.amount ?? null
    if (amount === null) return stored
    return { ...stored, fact: { ...deal, amount: { minor: Math.round(amount * minorPerUnit), currency } } }
  }

  const read = (stored: StoredFact): StoredFact => {
    const own = ofFacts.size === 0 ? undefined : ofFacts.get(keyOf(stored.fact.source, stored.fact.id))
    let is = own === undefined ? stored : own.reduce(correctedIn, stored)
    if (is.fact.type === 'deal') is = withStages(is, is.fact)
    if (is.fact.type === 'deal') is = withAmount(is, is.fact)
    return is
  }

  return {
    read,
    readDeal: (deal) => {
      const { fact } = read({ fact: deal, history: [], receivedAt: 0 })
      return fact.type === 'deal' ? fact : deal
    },
    isNobody: (name) => nobodies.size > 0 && nobodies.has(nameKey(name)),
    isLeftOut: (fact) => leftOut.size > 0 && leftOut.has(keyOf(fact.source, fact.id)),
    goesNowhere: ({ source, id, credits }) =>
      (leftOut.size > 0 && leftOut.has(keyOf(source, id))) ||
      (nobodies.size > 0 && credits.every(({ rep }) => nobodies.get(nameKey(rep)) === 'nowhere')),
    needsNoAmount: (deal) => ruleFor(deal)?.amount === null,
    stages,
  }
}

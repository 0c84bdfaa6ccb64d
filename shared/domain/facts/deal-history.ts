// What happened to a deal: worked out from what its source said before and says now.
import type { Deal, Fact } from '../../wire/fact.ts'
import { foldedName } from '../people/name-key.ts'
import { isLate, type VersionedWrite, versionsBeside, type Withdrawn } from './late-write.ts'
import { leftByAdvance, leftByClosing } from './left-deal-stage.ts'
import { type DealState, type HistoryEvent, type StoredFact, sameFact } from './stored-fact.ts'

const event = (kind: HistoryEvent['kind'], at: string, left?: HistoryEvent['left']): HistoryEvent =>
  left ? { kind, at, left } : { kind, at }

/** Compares moments, whatever their offsets; a plain date counts as its midnight UTC. */
const isLater = (after: string, before: string): boolean => Date.parse(after) > Date.parse(before)

/** Gives the last event that `holds` is true of the date to which the source corrected it. */
const redate = (
  history: readonly HistoryEvent[],
  holds: (past: HistoryEvent) => boolean,
  at: string,
): HistoryEvent[] => {
  const index = history.findLastIndex(holds)
  return history.map((past, i) => (i === index ? { ...past, at } : past))
}

/** Once a deal's stage or status has changed, a new `stageEnteredAt` is no longer the date of its last advance. */
const withoutStands = (history: readonly HistoryEvent[]): HistoryEvent[] =>
  history.map(({ stands, ...past }) => past)

const isCorrected = (before: Deal['closedAt'], after: Deal['closedAt']): after is string =>
  after != null && after !== before

const hasAdvanced = (before: DealState, after: DealState, dealStages: readonly string[]): boolean => {
  if (before.stage == null || after.stage == null || after.status === 'lost') return false
  const [from, to] = [dealStages.indexOf(before.stage), dealStages.indexOf(after.stage)]
  return from >= 0 && to > from
}

/** A reopening, with what it takes to know the same closing again. */
const reopening = (past: readonly HistoryEvent[], before: DealState, at: string): HistoryEvent => {
  const { status, stage, stageEnteredAt, expectedCloseOn, closedAt } = before
  const stood = past.findLastIndex(({ stands }) => stands)
  const closed = { status, stage, stageEnteredAt, expectedCloseOn, closedAt, ...(stood >= 0 && { stood }) }
  return { ...event('deal.reopened', at), closed }
}

interface Before {
  readonly past: readonly HistoryEvent[]
  readonly before: DealState
}

/**
 * Where a reopened deal is closed again on the very date of its last closing, the source repeats that closing, and what
 * came between was older news: the deal as it was closed, and its history up to then. Else null.
 */
const closedAgain = (
  past: readonly HistoryEvent[],
  before: DealState | null,
  after: DealState,
): Before | null => {
  if (before?.status !== 'open' || after.status === 'open') return null
  const reopened = past.findLastIndex(({ kind }) => kind === 'deal.reopened')
  const closed = past[reopened]?.closed
  if (closed?.status !== after.status || closed.closedAt == null || closed.closedAt !== after.closedAt)
    return null
  const then = past
    .slice(0, reopened)
    .map((each, index): HistoryEvent => (index === closed.stood ? { ...each, stands: true } : each))
  return { past: then, before: closed }
}

/**
 * The history of a deal once its source says `after`. `received` gives the ISO instant for what the source does not date.
 * `created` is there once and follows `createdAt`; `won` and `lost` mark each change of status and follow `closedAt`;
 * `advanced` is a move to a later one of `dealStages` and follows `stageEnteredAt` while the deal stays there; `slipped`
 * is an expected close moved later. A closing that is sent again takes back what seemed to follow it. An event that takes a deal out of a stage says which, and since when it was there.
 */
export const historyOf = (
  past: readonly HistoryEvent[],
  before: DealState | null,
  after: Deal,
  received: () => string,
  dealStages: readonly string[],
): readonly HistoryEvent[] => {
  const again = closedAgain(past, before, after)
  if (again) return historyOf(again.past, again.before, after, received, dealStages)
  let history = before ? [...past] : [event('deal.created', after.createdAt ?? received())]
  if (before && after.createdAt != null)
    history = redate(history, ({ kind }) => kind === 'deal.created', after.createdAt)
  const stood = history
  if (before?.stage !== after.stage || before?.status !== after.status) history = withoutStands(history)
  else if (isCorrected(before.stageEnteredAt, after.stageEnteredAt))
    history = redate(history, ({ stands }) => stands === true, after.stageEnteredAt)
  if (before && hasAdvanced(before, after, dealStages)) {
    const left = leftByAdvance(stood, before, after, dealStages)
    history.push({ ...event('deal.advanced', after.stageEnteredAt ?? received(), left), stands: true })
  }
  if (
    before?.expectedCloseOn &&
    after.expectedCloseOn &&
    isLater(after.expectedCloseOn, before.expectedCloseOn)
  ) {
    history.push(event('deal.slipped', received()))
  }
  const was = before?.status ?? 'open'
  if (after.status !== 'open') {
    const closing = after.status === 'won' ? 'deal.won' : 'deal.lost'
    if (was !== after.status) {
      const left = leftByClosing(stood, before, after, dealStages)
      history.push(event(closing, after.closedAt ?? received(), left))
    } else if (isCorrected(before?.closedAt, after.closedAt))
      history = redate(history, ({ kind }) => kind === closing, after.closedAt)
  } else if (before && was !== 'open') history.push(reopening(stood, before, received()))
  return history
}

/** A stage that differs from one of the floor's in nothing that can be seen is that stage, and so is one that the floor corrects. */
const onFloor = (deal: Deal, dealStages: readonly string[], names: ReadonlyMap<string, string>): Deal => {
  const { stage } = deal
  if (stage == null || dealStages.includes(stage)) return deal
  const meant =
    dealStages.find((each) => foldedName(each) === foldedName(stage)) ?? names.get(foldedName(stage))
  return meant === undefined ? deal : { ...deal, stage: meant }
}

const noNames: ReadonlyMap<string, string> = new Map()

export interface FactChange extends VersionedWrite {
  readonly fact: Fact | null
  /** Epoch ms. */
  readonly receivedAt: number
}

/**
 * What is stored under a key after a write: the same object when the write says nothing new or comes too late, null when
 * it withdraws. `withdrawn`: what is known of the key's withdrawal, if it was ever withdrawn. `stageNames`: by the folded name
 * that sources write, which of the stages is meant.
 */
export const decideFact = (
  before: StoredFact | null,
  change: FactChange,
  dealStages: readonly string[],
  withdrawn: Withdrawn | null = null,
  stageNames: ReadonlyMap<string, string> = noNames,
): StoredFact | null => {
  const { fact, receivedAt } = change
  if (isLate(before, withdrawn, change)) return before
  if (fact === null) return null
  if (before && sameFact(before.fact, fact)) return before
  const versions = versionsBeside(before, fact)
  const beside = { receivedAt, ...(versions && { versions }) }
  if (fact.type === 'activity') return { fact, history: [], ...beside }
  const earlier = before?.fact.type === 'deal' ? onFloor(before.fact, dealStages, stageNames) : null
  const past = earlier && before ? before.history : []
  const received = (): string => new Date(receivedAt).toISOString()
  return {
    fact,
    history: historyOf(past, earlier, onFloor(fact, dealStages, stageNames), received, dealStages),
    ...beside,
  }
}

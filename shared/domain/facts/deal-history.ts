// What happened to a deal: worked out from what its source said before and says now.
import type { Deal, Fact } from '../../wire/fact.ts'
import { leftByAdvance, leftByClosing } from './left-deal-stage.ts'
import { type HistoryEvent, type StoredFact, sameFact } from './stored-fact.ts'

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

const hasAdvanced = (before: Deal, after: Deal, dealStages: readonly string[]): boolean => {
  if (before.stage == null || after.stage == null || after.status === 'lost') return false
  const [from, to] = [dealStages.indexOf(before.stage), dealStages.indexOf(after.stage)]
  return from >= 0 && to > from
}

/**
 * The history of a deal once its source says `after`. `received` gives the ISO instant for what the source does not date.
 * `created` is there once and follows `createdAt`; `won` and `lost` mark each change of status and follow `closedAt`;
 * `advanced` is a move to a later one of `dealStages` and follows `stageEnteredAt` while the deal stays there; `slipped`
 * is an expected close moved later. An event that takes a deal out of a stage says which, and since when it was there.
 */
export const historyOf = (
  past: readonly HistoryEvent[],
  before: Deal | null,
  after: Deal,
  received: () => string,
  dealStages: readonly string[],
): readonly HistoryEvent[] => {
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
  } else if (was !== 'open') history.push(event('deal.reopened', received()))
  return history
}

export interface FactChange {
  readonly fact: Fact | null
  readonly receivedAt: number
}

/** What is stored under a key after a write: the same object when the write says nothing new, null when it withdraws. */
export const decideFact = (
  before: StoredFact | null,
  change: FactChange,
  dealStages: readonly string[],
): StoredFact | null => {
  const { fact, receivedAt } = change
  if (fact === null) return null
  if (before && sameFact(before.fact, fact)) return before
  if (fact.type === 'activity') return { fact, history: [], receivedAt }
  const earlier = before?.fact.type === 'deal' ? before.fact : null
  const past = earlier && before ? before.history : []
  return {
    fact,
    history: historyOf(past, earlier, fact, () => new Date(receivedAt).toISOString(), dealStages),
    receivedAt,
  }
}

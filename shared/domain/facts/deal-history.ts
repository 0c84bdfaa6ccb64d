// What happened to a deal, read off from what its source said before and says now. Pure.
import type { Deal, Fact } from '../../wire/fact.ts'
import { leftByAdvance, leftByClosing } from './left-deal-stage.ts'
import { type HistoryEvent, type StoredFact, sameFact } from './stored-fact.ts'

const event = (kind: HistoryEvent['kind'], at: string, left?: HistoryEvent['left']): HistoryEvent =>
  left ? { kind, at, left } : { kind, at }

/** ISO dates and instants with different offsets compare as moments; a plain date is its midnight UTC. */
const isLater = (after: string, before: string): boolean => Date.parse(after) > Date.parse(before)

/** The last event of which this holds follows its date when the source corrects it. */
const redate = (
  history: readonly HistoryEvent[],
  holds: (past: HistoryEvent) => boolean,
  at: string,
): HistoryEvent[] => {
  const index = history.findLastIndex(holds)
  return history.map((past, i) => (i === index ? { ...past, at } : past))
}

/** Once the deal stands elsewhere, or otherwise, no date of a stage is that of its last advance. */
const withoutStands = (history: readonly HistoryEvent[]): HistoryEvent[] =>
  history.map(({ stands, ...past }) => past)

const isSaidAnew = (before: Deal['closedAt'], after: Deal['closedAt']): after is string =>
  after != null && after !== before

const hasAdvanced = (before: Deal, after: Deal, dealStages: readonly string[]): boolean => {
  if (before.stage == null || after.stage == null || after.status === 'lost') return false
  const [from, to] = [dealStages.indexOf(before.stage), dealStages.indexOf(after.stage)]
  return from >= 0 && to > from
}

/**
 * The history of a deal once its source says `after`. `received` gives the ISO instant of what the source leaves undated.
 * `created` is there once and follows `createdAt`; `won` and `lost` mark each change of status and follow
 * `closedAt`; `advanced` is a move to a later one of `dealStages` and follows `stageEnteredAt` while the deal
 * stands there; `slipped` an expected close moved later. What takes a deal out of a stage says which, and since when
 * it stood there.
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
  else if (isSaidAnew(before.stageEnteredAt, after.stageEnteredAt))
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
    } else if (isSaidAnew(before?.closedAt, after.closedAt))
      history = redate(history, ({ kind }) => kind === closing, after.closedAt)
  } else if (was !== 'open') history.push(event('deal.reopened', received()))
  return history
}

export interface FactChange {
  readonly fact: Fact | null
  readonly receivedAt: number
}

/**
 * What a write makes of what stood under its key: the same object when it says nothing new, null when it withdraws.
 */
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

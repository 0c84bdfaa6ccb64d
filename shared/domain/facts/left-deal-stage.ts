// Which stage a deal leaves when it moves on or closes, and since when it was there.
import type { DealState, HistoryEvent, LeftDealStage } from './stored-fact.ts'

type DealStages = readonly string[]

const isKnown = (stage: DealState['stage'], dealStages: DealStages): stage is string =>
  stage != null && dealStages.includes(stage)

/** Where the source gives no date: since the advance that brought it, or in the first stage since its creation. */
const leftDealStage = (
  past: readonly HistoryEvent[],
  deal: DealState,
  stage: string,
  dealStages: DealStages,
): LeftDealStage => {
  if (deal.stageEnteredAt != null) return { stage, since: deal.stageEnteredAt }
  const advance = past.findLastIndex(({ stands }) => stands)
  if (advance >= 0) return { stage, since: null, by: advance }
  const isWhereItBegan =
    stage === dealStages[0] && !past.some(({ kind, left }) => left || kind === 'deal.reopened')
  const created = past.findIndex(({ kind }) => kind === 'deal.created')
  return isWhereItBegan && created >= 0 ? { stage, since: null, by: created } : { stage, since: null }
}

/** For a move to a later stage. Undefined for a change that also closes or reopens the deal: that is no move. */
export const leftByAdvance = (
  past: readonly HistoryEvent[],
  before: DealState,
  after: DealState,
  dealStages: DealStages,
): LeftDealStage | undefined =>
  before.status === 'open' && after.status === 'open' && isKnown(before.stage, dealStages)
    ? leftDealStage(past, before, before.stage, dealStages)
    : undefined

/**
 * For being won or lost: the stage that the deal was open in last, whatever its source calls the stage now. From won to
 * lost or back it leaves the same stage again. For a deal that was never seen open in a stage, the stage in `after`
 * counts. `past` does not yet have the events of this change.
 */
export const leftByClosing = (
  past: readonly HistoryEvent[],
  before: DealState | null,
  after: DealState,
  dealStages: DealStages,
): LeftDealStage | undefined => {
  if (before?.status === 'open' && isKnown(before.stage, dealStages))
    return leftDealStage(past, before, before.stage, dealStages)
  const closing =
    before === null || before.status === 'open'
      ? undefined
      : past.findLast(({ kind }) => kind === 'deal.won' || kind === 'deal.lost')
  if (closing?.left) return closing.left
  return isKnown(after.stage, dealStages) ? leftDealStage(past, after, after.stage, dealStages) : undefined
}

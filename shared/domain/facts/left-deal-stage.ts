// Which stage a deal leaves, and since when it stood there: read off when it moves on or closes. Pure.
import type { Deal } from '../../wire/fact.ts'
import type { HistoryEvent, LeftDealStage } from './stored-fact.ts'

type DealStages = readonly string[]

const isKnown = (stage: Deal['stage'], dealStages: DealStages): stage is string =>
  stage != null && dealStages.includes(stage)

/** Where the source does not say since when: by the advance that brought it, or in the first stage by its creation. */
const leftDealStage = (
  past: readonly HistoryEvent[],
  deal: Deal,
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

/** By a move to a later stage. What closes a deal, or opens it again, is no leaving by a move. */
export const leftByAdvance = (
  past: readonly HistoryEvent[],
  before: Deal,
  after: Deal,
  dealStages: DealStages,
): LeftDealStage | undefined =>
  before.status === 'open' && after.status === 'open' && isKnown(before.stage, dealStages)
    ? leftDealStage(past, before, before.stage, dealStages)
    : undefined

/**
 * By being won or lost: from the stage that it was open in last, whatever its source calls it now; one whose end is
 * told anew leaves what it left before. Of a deal that was never seen open in a stage, its source's word counts.
 * `past` ends before what this change brings.
 */
export const leftByClosing = (
  past: readonly HistoryEvent[],
  before: Deal | null,
  after: Deal,
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

// Which stage a deal leaves, and since when it stood there: read off when it moves on or closes. Pure.
import type { Deal } from '../wire/fact.ts'
import type { HistoryEvent, LeftStage } from './stored-fact.ts'

type Stages = readonly string[]

const isKnown = (stage: Deal['stage'], stages: Stages): stage is string =>
  stage != null && stages.includes(stage)

/** Where a source does not say so itself: since the advance that brought it there, or in the first stage since it was created. */
const sinceOf = (past: readonly HistoryEvent[], deal: Deal, stage: string, stages: Stages): string | null => {
  if (deal.stage === stage && deal.stageEnteredAt != null) return deal.stageEnteredAt
  const advance = past.findLast(({ kind }) => kind === 'deal.advanced')
  if (!advance)
    return stage === stages[0] ? (past.find(({ kind }) => kind === 'deal.created')?.at ?? null) : null
  const from = stages.indexOf(advance.left?.stage ?? '')
  return from >= 0 && from < stages.indexOf(stage) ? advance.at : null
}

/** By a move to a later stage. A deal that was closed had left its stage by that. */
export const leftByAdvance = (
  past: readonly HistoryEvent[],
  before: Deal,
  stages: Stages,
): LeftStage | undefined => {
  const { stage, status } = before
  return status === 'open' && isKnown(stage, stages)
    ? { stage, since: sinceOf(past, before, stage, stages) }
    : undefined
}

/**
 * By being won or lost. A source may keep the stage that the deal was in, or call it closed: a deal is won from the
 * stage it says last, and lost from the one it stood in. One whose end is told anew leaves the stage it left before.
 */
export const leftByClosing = (
  past: readonly HistoryEvent[],
  before: Deal | null,
  after: Deal,
  stages: Stages,
): LeftStage | undefined => {
  const open = before?.status === 'open' ? before : null
  const [first, second] = after.status === 'won' ? [after, open] : [open, after]
  for (const deal of [first, second])
    if (deal && isKnown(deal.stage, stages))
      return { stage: deal.stage, since: sinceOf(past, deal, deal.stage, stages) }
  if (before === null || open) return undefined
  return past.findLast(({ kind }) => kind === 'deal.won' || kind === 'deal.lost')?.left
}

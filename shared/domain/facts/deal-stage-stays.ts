// A deal's way through the floor's deal stages: each stage that it left, when, and whether it went on from there.
import type { HistoryEvent } from './stored-fact.ts'

export interface DealStageStay {
  readonly stage: string
  /** When it entered, as its source wrote it; null when unknown. */
  readonly since: string | null
  readonly until: string
  /** True when it moved to a later stage or was won, false when it was lost there. */
  readonly wentOn: boolean
}

/**
 * One for each stage, as the deal last left it. For a deal that is open again its earlier closing does not count; for
 * one that went back to an earlier stage the earlier stay counts until it leaves that stage again.
 */
export const dealStageStays = (history: readonly HistoryEvent[]): readonly DealStageStay[] => {
  const stays = new Map<string, DealStageStay>()
  const leave = ({ left, at, kind }: HistoryEvent): void => {
    if (!left) return
    const { stage, since, by } = left
    const came = since ?? (by === undefined ? null : (history[by]?.at ?? null))
    stays.set(stage, { stage, since: came, until: at, wentOn: kind !== 'deal.lost' })
  }
  let closing: HistoryEvent | null = null
  for (const event of history) {
    if (event.kind === 'deal.advanced') leave(event)
    else if (event.kind === 'deal.won' || event.kind === 'deal.lost') closing = event
    else if (event.kind === 'deal.reopened') closing = null
  }
  if (closing) leave(closing)
  return [...stays.values()]
}

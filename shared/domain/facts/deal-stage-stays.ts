// A deal's way through the floor's stages: each stage that it left, when, and whether it went on from there.
import type { HistoryEvent } from './stored-fact.ts'

export interface DealStageStay {
  readonly stage: string
  /** Null where nobody knows when it came there. */
  readonly since: string | null
  readonly until: string
  /** To a later stage, or won; else it was lost there. */
  readonly wentOn: boolean
}

/**
 * One for each stage, as the deal last left it. A deal that is open again has not been lost, nor won, where it closed
 * before; one that went back to an earlier stage keeps what it had left until it leaves it anew.
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

// Facts of a source that are withdrawn many at a time.
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { Withdrawal } from '../../../shared/wire/imports.ts'
import { inPieces, type Pace } from '../ingest/pace.ts'
import type { By, FactWrite, Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'

export interface WithdrawParts {
  readonly log: Pick<Log, 'factsOf'>
  readonly turns: Turns
  readonly pace: Pace
  readonly submit: (writes: readonly FactWrite[]) => Promise<unknown>
}

/** `among`: those that it is out of; `goes`: those that are withdrawn. */
export interface Choice {
  readonly source: string
  readonly among: (stored: StoredFact) => boolean
  readonly goes: (stored: StoredFact) => boolean
}

export const countChosen = async (
  { log, turns }: Pick<WithdrawParts, 'log' | 'turns'>,
  { source, among, goes }: Choice,
): Promise<Withdrawal> => {
  let facts = 0
  let of = 0
  for await (const page of log.factsOf(source)) {
    const own = page.filter(among)
    of += own.length
    facts += own.filter(goes).length
    if (turns.due()) await turns.next()
  }
  return { facts, of }
}

/** `at`: epoch ms. Returns how many were withdrawn. */
export const withdrawChosen = async (
  { log, turns, pace, submit }: WithdrawParts,
  { source, among, goes }: Choice,
  { by, at }: { readonly by: By; readonly at: number },
): Promise<number> => {
  let withdrawn = 0
  for await (const page of log.factsOf(source)) {
    const chosen = page.filter((stored) => among(stored) && goes(stored))
    withdrawn += chosen.length
    const writes = chosen.map(({ fact: { id } }) => ({ source, id, fact: null, receivedAt: at, by }))
    await inPieces(writes, pace, submit)
    await turns.next()
  }
  return withdrawn
}

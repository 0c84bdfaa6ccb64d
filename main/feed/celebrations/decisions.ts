// What was found is decided in the log, once each. What the disk does not take stays, and is tried again.
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import { LogUnavailable } from '../store/log.ts'
import type { DeskViews } from './desk-views.ts'
import type { CelebrationJudge } from './entry-judge.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'

export interface Decisions {
  /** Resolves with what is new in the log. Rejects with `LogUnavailable`. */
  put(causes: readonly Cause[]): Promise<readonly LedgerEntry[]>
  /** They are decided as soon as the disk takes it. */
  add(causes: readonly Cause[]): void
  /** Tries again what the disk did not take. */
  decide(): void
  /** What is being written; null where nothing is. */
  pending(): Promise<void> | null
  /** From now on nothing new is begun. */
  close(): void
}

interface DecisionsParts {
  readonly ledger: Pick<Ledger, 'get' | 'decide'>
  readonly judge: Pick<CelebrationJudge, 'noteDecided'>
  readonly views: Pick<DeskViews, 'decidedOf'>
  /** Something new is in the log. */
  readonly onNew: () => void
  /** What was found is in the log; `fresh`: what was not there before. */
  readonly onDecided: (fresh: readonly LedgerEntry[]) => void
  readonly onError: (what: string, error: unknown) => void
}

export const createDecisions = (parts: DecisionsParts): Decisions => {
  const { ledger, judge, views, onNew, onDecided, onError } = parts
  /** Found, and not in the log yet. */
  let undecided: Cause[] = []
  let deciding: Promise<void> | null = null
  let isClosed = false

  const noteDecided = (): void => judge.noteDecided(undecided.length === 0 && deciding === null)

  const put: Decisions['put'] = async (causes) => {
    const known = new Set<string>()
    const decisions = causes.flatMap((cause) => {
      if (known.has(cause.id) || ledger.get(cause.id) !== null) return []
      known.add(cause.id)
      return [{ id: cause.id, decided: views.decidedOf(cause, null) }]
    })
    if (decisions.length === 0) return []
    const fresh = await ledger.decide(decisions, 'rule')
    onNew()
    return fresh
  }

  const decide = (): void => {
    noteDecided()
    if (deciding !== null || undecided.length === 0 || isClosed) return
    const causes = undecided
    undecided = []
    const written = put(causes).catch((error) => {
      undecided = [...causes, ...undecided]
      if (!(error instanceof LogUnavailable)) onError('celebrations cannot be decided', error)
      return null
    })
    deciding = written.then((fresh) => {
      deciding = null
      noteDecided()
      if (fresh === null) return
      decide()
      onDecided(fresh)
    })
  }

  return {
    put,
    add: (causes) => {
      if (causes.length === 0) return
      undecided.push(...causes)
      decide()
    },
    decide,
    pending: () => deciding,
    close: () => {
      isClosed = true
    },
  }
}

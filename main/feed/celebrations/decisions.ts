// What was found is decided in the log, once each. What the disk does not take stays, and is tried again.
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import { LogUnavailable } from '../store/log.ts'
import type { CelebratedFacts } from './celebrated-facts.ts'
import type { DeskViews } from './desk-views.ts'
import type { CelebrationJudge } from './entry-judge.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'

export interface Decisions {
  /** Resolves with what is new in the log. Rejects with `LogUnavailable`. */
  put(causes: readonly Cause[]): Promise<readonly LedgerEntry[]>
  /** They are decided as soon as the disk takes it, as far as they are still so then. */
  add(causes: readonly Cause[], isStillSo?: (cause: Cause) => boolean): void
  /** Tries again what the disk did not take. */
  decide(): void
  /** What is being written; null where nothing is. */
  pending(): Promise<void> | null
  /** From now on nothing new is begun. */
  close(): void
}

interface Found {
  readonly cause: Cause
  readonly isStillSo: (cause: Cause) => boolean
}

interface DecisionsParts {
  readonly ledger: Pick<Ledger, 'get' | 'decide'>
  readonly judge: Pick<CelebrationJudge, 'noteDecided'>
  readonly views: Pick<DeskViews, 'decidedOf'>
  readonly facts: Pick<CelebratedFacts, 'know'>
  /** Something new is in the log. */
  readonly onNew: () => void
  /** What was found is in the log; `fresh`: what was not there before. */
  readonly onDecided: (fresh: readonly LedgerEntry[]) => void
  readonly onError: (what: string, error: unknown) => void
}

export const createDecisions = (parts: DecisionsParts): Decisions => {
  const { ledger, judge, views, facts, onNew, onDecided, onError } = parts
  /** Found, and not in the log yet. */
  let undecided: Found[] = []
  let deciding: Promise<void> | null = null
  let isClosed = false

  const noteDecided = (): void => judge.noteDecided(undecided.length === 0 && deciding === null)

  const put: Decisions['put'] = async (causes) => {
    await facts.know(causes)
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

  const putFound = async (found: readonly Found[]): Promise<readonly LedgerEntry[]> => {
    await facts.know(found.map(({ cause }) => cause))
    return put(found.filter(({ cause, isStillSo }) => isStillSo(cause)).map(({ cause }) => cause))
  }

  const decide = (): void => {
    noteDecided()
    if (deciding !== null || undecided.length === 0 || isClosed) return
    const found = undecided
    undecided = []
    const written = putFound(found).catch((error) => {
      undecided = [...found, ...undecided]
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
    add: (causes, isStillSo = () => true) => {
      if (causes.length === 0) return
      undecided.push(...causes.map((cause) => ({ cause, isStillSo })))
      decide()
    },
    decide,
    pending: () => deciding,
    close: () => {
      isClosed = true
    },
  }
}

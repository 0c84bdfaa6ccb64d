// The feed's side of an import: begun with the first rows, ended after the last.
import type { Fact, FactsAnswer } from '../../shared/wire/fact.ts'
import type { ImportEnded, ImportRequest, Withdrawal } from '../../shared/wire/imports.ts'
import type { WithdrawalsAnswer } from '../feed/ingest/csv/import-rows.ts'
import type { FeedAddress } from '../feed-client/ask-once.ts'
import { sendFacts } from '../feed-client/facts.ts'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { beginImport, endImport } from '../feed-client/imports.ts'
import { askingOnce, type Patience, throughRestart } from '../feed-client/patience.ts'
import { type FactToWithdraw, withdrawFact } from '../feed-client/withdraw-fact.ts'
import { problemWords } from './problem-words.ts'

export interface ImportSession {
  /** Returns a sentence when the feed cannot be reached or refuses the whole request. */
  send(facts: readonly Fact[]): Promise<FactsAnswer | string>
  /** The same of facts that rows marked as deleted take away. */
  withdraw(facts: readonly FactToWithdraw[]): Promise<WithdrawalsAnswer | string>
  /** The import's id; null before anything was sent. */
  id(): string | null
  /** Why a check goes on without a feed, so that it says only how the file is read; null: a feed judges it. */
  alone(): string | null
  /** A sentence where the feed does not end it. */
  end(asked: Ending): Promise<ImportEnded | Unagreed | string>
}

export interface Ending {
  readonly replaces: boolean
  readonly keep: readonly string[]
  readonly confirmed: boolean
}

/** Somebody has to agree to it first. */
export interface Unagreed {
  readonly unagreed: Withdrawal
}

/** How many rows marked as deleted are under way at a time. */
const atATime = 16

const taken = (facts: readonly Fact[]): FactsAnswer => ({
  accepted: facts.length,
  unchanged: 0,
  rejected: [],
  warnings: [],
  seq: 0,
})

const inWords = (error: unknown): string => {
  if (error instanceof FeedProblem) return problemWords(error)
  throw error
}

/** A feed that answered once and is away now may be restarting; one that never did is not there. */
export const createImportSession = (address: FeedAddress, request: ImportRequest): ImportSession => {
  let id: string | null = null
  let alone: string | null = null

  /** `alike` is answered where a check goes on without a feed. */
  const asked = async <T>(
    ask: (id: string, patience: Patience) => Promise<T>,
    alike: T,
  ): Promise<T | string> => {
    if (alone !== null) return alike
    try {
      // The sync of a large batch is worth waiting for, and so is the way back from a restart.
      const isFirst = id === null
      id ??= await beginImport(address, request)
      return await ask(id, isFirst ? askingOnce : throughRestart)
    } catch (error) {
      if (!request.check || id !== null || !(error instanceof FeedProblem) || error.code !== 'away')
        return inWords(error)
      alone = error.message
      return alike
    }
  }
  return {
    send: (facts) => asked((begun, patience) => sendFacts(address, facts, patience, begun), taken(facts)),
    withdraw: (facts) =>
      asked(
        async (begun, patience) => {
          const total = { withdrawn: 0, seq: 0 }
          for (let from = 0; from < facts.length; from += atATime) {
            const some = facts.slice(from, from + atATime)
            const answers = await Promise.all(some.map((one) => withdrawFact(address, one, patience, begun)))
            total.withdrawn += answers.filter(({ withdrawn }) => withdrawn).length
            total.seq = Math.max(total.seq, ...answers.map(({ seq }) => seq))
          }
          return total
        },
        { withdrawn: facts.length, seq: 0 },
      ),
    id: () => id,
    alone: () => alone,
    end: async (asked) => {
      if (id === null) return 'Nothing was sent.'
      try {
        return await endImport(address, id, asked)
      } catch (error) {
        if (error instanceof FeedProblem && error.withdrawal !== null) return { unagreed: error.withdrawal }
        return inWords(error)
      }
    },
  }
}

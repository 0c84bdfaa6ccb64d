// The feed's side of an import: begun with the first rows, ended after the last.
import type { Fact, FactsAnswer } from '../../shared/wire/fact.ts'
import type { ImportEnded, ImportRequest, Withdrawal } from '../../shared/wire/imports.ts'
import type { FeedAddress } from '../feed-client/ask-once.ts'
import { sendFacts } from '../feed-client/facts.ts'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { beginImport, endImport } from '../feed-client/imports.ts'
import { askingOnce, throughRestart } from '../feed-client/patience.ts'
import { problemWords } from './problem-words.ts'

export interface ImportSession {
  /** Returns a sentence when the feed cannot be reached or refuses the whole request. */
  send(facts: readonly Fact[]): Promise<FactsAnswer | string>
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

  const send = async (facts: readonly Fact[]): Promise<FactsAnswer | string> => {
    if (alone !== null) return taken(facts)
    try {
      // The sync of a large batch is worth waiting for, and so is the way back from a restart.
      const isFirst = id === null
      id ??= await beginImport(address, request)
      return await sendFacts(address, facts, isFirst ? askingOnce : throughRestart, id)
    } catch (error) {
      if (!request.check || id !== null || !(error instanceof FeedProblem) || error.code !== 'away')
        return inWords(error)
      alone = error.message
      return taken(facts)
    }
  }
  return {
    send,
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

// Imports as a whole: begun, ended, listed and undone; and facts withdrawn many at a time.
import type { z } from 'zod'
import {
  ImportEnded,
  ImportOpened,
  type ImportRequest,
  ImportsAnswer,
  ImportUndone,
  WithdrawalAnswer,
  type WithdrawalRequest,
} from '../../shared/wire/imports.ts'
import { askFeed, readAnswer } from './ask-feed.ts'
import type { FeedAddress } from './ask-once.ts'
import { askingOnce } from './patience.ts'

/** Counting a large log on a copy, or undoing a large import, takes longer than an answer usually does. */
const longWorkMs = 15 * 60_000

const post = async <S extends z.ZodType>(
  address: FeedAddress,
  path: string,
  body: unknown,
  answer: S,
): Promise<z.output<S>> => {
  const request = { method: 'POST', path, type: 'application/json', body: JSON.stringify(body) } as const
  return readAnswer(address, await askFeed(address, { ...request, withinMs: longWorkMs }, askingOnce), answer)
}

/** Returns its id. Throws `FeedProblem`. */
export const beginImport = async (address: FeedAddress, request: ImportRequest): Promise<string> =>
  (await post(address, '/api/v1/imports', request, ImportOpened)).id

/** Throws `FeedProblem`; where its code is `unconfirmed-withdrawal`, it can be ended again. */
export const endImport = (
  address: FeedAddress,
  id: string,
  request: {
    readonly replaces: boolean
    readonly keep: readonly string[]
    readonly confirmed: boolean
  },
): Promise<ImportEnded> => post(address, `/api/v1/imports/${id}/end`, request, ImportEnded)

/** Throws `FeedProblem`. */
export const undoImport = (address: FeedAddress, id: string, check: boolean): Promise<ImportUndone> =>
  post(address, `/api/v1/imports/${encodeURIComponent(id)}/undo`, { check }, ImportUndone)

/** Newest first. Throws `FeedProblem`. */
export const fetchImports = async (
  address: FeedAddress,
): Promise<z.output<typeof ImportsAnswer>['imports']> => {
  const answer = await askFeed(address, { method: 'GET', path: '/api/v1/imports' }, askingOnce)
  return readAnswer(address, answer, ImportsAnswer).imports
}

/** Throws `FeedProblem`, with the code `unconfirmed-withdrawal` where somebody has to agree first. */
export const withdrawFacts = (address: FeedAddress, request: WithdrawalRequest): Promise<WithdrawalAnswer> =>
  post(address, '/api/v1/withdrawals', request, WithdrawalAnswer)

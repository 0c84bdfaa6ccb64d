// Why a feed did not do what it was asked for, in words for a person.
import { ApiErrorBody, type ErrorCode } from '../../shared/wire/api-error.ts'
import type { Withdrawal } from '../../shared/wire/imports.ts'
import type { FeedAnswer } from './ask-once.ts'

/** The feed cannot be reached, refuses a request as a whole, or is no feed. The message is a sentence for a person. */
export class FeedProblem extends Error {
  override readonly name = 'FeedProblem'
  /** `away`: nobody answers. Null: what answers is no feed. */
  readonly code: ErrorCode | 'away' | null
  /** Places in a floor file that was sent. */
  readonly places: NonNullable<ApiErrorBody['errors']>
  /** What a floor file that was sent would send to the unassigned, and the version of the floor that says so. */
  readonly unassigned: NonNullable<ApiErrorBody['unassigned']>
  readonly version: number | null
  /** How many facts a withdrawal would take that nobody has agreed to, of how many. */
  readonly withdrawal: Withdrawal | null

  constructor(
    message: string,
    code: FeedProblem['code'],
    {
      errors,
      unassigned,
      version,
      withdrawal,
    }: Pick<ApiErrorBody, 'errors' | 'unassigned' | 'version' | 'withdrawal'> = {},
  ) {
    super(message)
    this.code = code
    this.places = errors ?? []
    this.unassigned = unassigned ?? []
    this.version = version ?? null
    this.withdrawal = withdrawal ?? null
  }
}

/** `why`: such as "connect ECONNREFUSED 127.0.0.1:4400". */
export const awayProblem = (feed: string, why: string): FeedProblem =>
  new FeedProblem(`No feed answers at ${feed} (${why}).`, 'away')

export const strangerProblem = (feed: string): FeedProblem =>
  new FeedProblem(`What answers at ${feed} is not a Floorboard feed.`, null)

/** Undefined where it is no JSON. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Something other than a feed answered, in its own way.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Of an answer whose status is not that of a success. */
export const refusalProblem = ({ status, text }: FeedAnswer): FeedProblem => {
  const refusal = ApiErrorBody.safeParse(jsonIn(text)).data
  return refusal
    ? new FeedProblem(`The feed refuses: ${refusal.message}`, refusal.code, refusal)
    : new FeedProblem(`The feed refuses: It answered ${status}, which is not a Floorboard feed's way.`, null)
}

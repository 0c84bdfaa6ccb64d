// Links that open something without signing in: whoever guesses them is slowed down.
import type { FastifyRequest } from 'fastify'
import { tooManyLinks } from '../../../shared/domain/words/link-words.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import { createAttempts } from '../access/attempts.ts'
import type { Clock } from '../clock.ts'
import { ApiError } from './api-error.ts'

/** Notes a try, and gives back what notes that it was no guess. Throws `too-many-tries`. */
export type LinkGuesses = (request: FastifyRequest, say: Say) => () => void

/** It outlives the routes, which are closed while nobody uses them. `account`: links of one kind, which are counted together. */
export const createLinkGuesses = (clock: Pick<Clock, 'now'>, account: string): LinkGuesses => {
  const attempts = createAttempts(clock.now)
  return ({ ip }, say) => {
    const attempt = { account, address: ip, known: true }
    const seconds = attempts.waitSeconds(attempt)
    if (seconds > 0)
      throw new ApiError('too-many-tries', tooManyLinks(say, seconds), { retryAfterSeconds: seconds })
    attempts.noteAttempt(attempt)
    return () => attempts.noteSuccess(attempt)
  }
}

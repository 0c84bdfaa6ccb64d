// What an HTTP answer, or none, means for a message.
import { AddressRefused } from '../address-guard.ts'
import { type HttpAnswer, NoAnswer } from '../http-post.ts'
import { type Failed, failed } from './sender.ts'

/** Time-outs and too many requests of the client's; whatever else is its own fault stays so. */
const passing = new Set([408, 425, 429])

/** A redirect is a failure: what it leads to was never checked, and never meant. */
export const outcomeOfStatus = ({ status, retryAfterMs }: HttpAnswer, error: string): Failed => {
  if (status >= 300 && status < 400)
    return failed(`it answered ${status}, a redirect, which is not followed; enter the address it leads to`, {
      again: false,
    })
  return failed(error, { again: status >= 500 || passing.has(status), retryAfterMs, gone: status === 410 })
}

/** Of a request that was never answered; whatever else went wrong is thrown on. */
export const outcomeOfError = (error: unknown): Failed => {
  if (error instanceof AddressRefused) return failed(error.message, { again: false })
  if (error instanceof NoAnswer) return failed(error.message, { again: true, maybe: error.maybe })
  throw error
}

export const isDone = ({ status }: HttpAnswer): boolean => status >= 200 && status < 300

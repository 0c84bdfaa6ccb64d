import type { ErrorCode } from '../../../shared/wire/api-error.ts'

/** Why somebody is not let in, or may not do what they ask for. The message is a sentence for them. */
export class AccessRefusal extends Error {
  override readonly name = 'AccessRefusal'
  readonly code: ErrorCode
  /** When to try again, where that helps. */
  readonly retryAfterSeconds: number | null

  constructor(code: ErrorCode, message: string, retryAfterSeconds: number | null = null) {
    super(message)
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}

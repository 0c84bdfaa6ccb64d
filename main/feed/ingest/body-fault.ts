import type { ErrorCode } from '../../../shared/wire/api-error.ts'

/** The rest of a body cannot be read; the facts before it count. */
export class BodyFault extends Error {
  override readonly name = 'BodyFault'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

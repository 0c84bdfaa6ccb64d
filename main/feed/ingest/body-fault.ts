import type { ErrorCode } from '../../../shared/wire/api-error.ts'

/** What makes the rest of a body unreadable; what came before it stands. */
export class BodyFault extends Error {
  override readonly name = 'BodyFault'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

import { type ApiErrorBody, type ErrorCode, errorStatus } from '../../../shared/wire/api-error.ts'

/** What goes with a code and its sentence. */
type Details = Omit<ApiErrorBody, 'code' | 'message'>

/** Ends a request with one of the closed codes. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode
  readonly details: Details

  constructor(code: ErrorCode, message: string, details: Details = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.details = details
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

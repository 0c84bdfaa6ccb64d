import { type ApiErrorBody, type ErrorCode, errorStatus } from '../../../shared/wire/api-error.ts'

/** Ends a request with one of the closed codes. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode
  readonly details: Pick<ApiErrorBody, 'errors' | 'taken'>

  constructor(
    code: ErrorCode,
    message: string,
    details: Pick<ApiErrorBody, 'errors' | 'taken'> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.code = code
    this.details = details
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

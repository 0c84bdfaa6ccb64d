import type { ErrorCode } from '../../../shared/wire/api-error.ts'

/** A file that is not taken, or not now. The message is a sentence. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly code: Extract<
    ErrorCode,
    'bad-body' | 'too-large' | 'disk-full' | 'too-busy' | 'in-use' | 'not-found'
  >

  constructor(code: FileRefused['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

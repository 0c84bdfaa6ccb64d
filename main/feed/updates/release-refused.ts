/** Why a file of a release was not taken, with a sentence that whoever put it can act on. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused'
  readonly reason: 'bad-file' | 'cut-short' | 'too-large' | 'disk-full'

  constructor(reason: ReleaseRefused['reason'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

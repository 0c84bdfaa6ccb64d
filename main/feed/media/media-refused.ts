/** Why a file is not taken, or not deleted, in a sentence for whoever asked. */
export class MediaRefused extends Error {
  override readonly name = 'MediaRefused'
  readonly reason: 'bad-file' | 'too-large' | 'disk-full' | 'cut-short' | 'busy'

  constructor(reason: MediaRefused['reason'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

import { LogUnavailable } from '../store/log.ts'

/**
 * The floor has used up what it may. The message is a sentence for whoever sends. Those who know nothing of limits take it for
 * what it is like: a log that takes nothing at the moment.
 */
export class LimitReached extends LogUnavailable {
  override readonly name = 'LimitReached'
  readonly of: 'facts' | 'bytes'
  /** Seconds; null: it does not pass by itself. */
  readonly retryAfterSeconds: number | null

  constructor(of: 'facts' | 'bytes', message: string, retryAfterSeconds: number | null) {
    super(message)
    this.of = of
    this.retryAfterSeconds = retryAfterSeconds
  }
}

// Why a vendor could not be read, in words that hold neither a key nor an address with one.

import type { TroubleKind } from '../../../shared/wire/sources.ts'
import { ConnectorStoreUnavailable } from '../store/connector-store.ts'
import { LogUnavailable } from '../store/log.ts'

/** The message is a sentence. An expected outage: the source's health says it, and it is tried again. */
export class SourceTrouble extends Error {
  override readonly name = 'SourceTrouble'
  readonly kind: TroubleKind
  /** What to click; null where time alone helps. */
  readonly click: string | null
  /** What the vendor asked for. */
  readonly retryAfterMs: number | null
  /** Rights that the vendor says are missing, as it calls them. */
  readonly scopes: readonly string[]
  /** The vendor itself refused the question, and nothing between it and the feed answered for it. */
  readonly isRefusal: boolean

  constructor(
    kind: TroubleKind,
    message: string,
    more: {
      readonly click?: string | null
      readonly retryAfterMs?: number | null
      readonly scopes?: readonly string[]
      readonly isRefusal?: boolean
      readonly cause?: unknown
    } = {},
  ) {
    super(message, { cause: more.cause })
    this.kind = kind
    this.click = more.click ?? null
    this.retryAfterMs = more.retryAfterMs ?? null
    this.scopes = more.scopes ?? []
    this.isRefusal = more.isRefusal ?? false
  }
}

/** With what to click. */
export const inWords = ({ message, click }: SourceTrouble): string =>
  click === null ? message : `${message} ${click}`

/** Whatever went wrong while something was read, as its health says it. The same error where it is a trouble already. */
export const troubleFrom = (error: unknown): SourceTrouble => {
  if (error instanceof SourceTrouble) return error
  const isOutage = error instanceof LogUnavailable || error instanceof ConnectorStoreUnavailable
  return new SourceTrouble(
    'strange',
    isOutage
      ? 'The feed’s own disk takes nothing at the moment.'
      : 'Something unforeseen came: the feed’s own record says more.',
  )
}

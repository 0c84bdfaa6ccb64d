// Why a vendor could not be read, in words that hold neither a key nor an address with one.

import type { TroubleKind } from '../../../shared/wire/sources.ts'

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

  constructor(
    kind: TroubleKind,
    message: string,
    more: {
      readonly click?: string | null
      readonly retryAfterMs?: number | null
      readonly scopes?: readonly string[]
      readonly cause?: unknown
    } = {},
  ) {
    super(message, { cause: more.cause })
    this.kind = kind
    this.click = more.click ?? null
    this.retryAfterMs = more.retryAfterMs ?? null
    this.scopes = more.scopes ?? []
  }
}

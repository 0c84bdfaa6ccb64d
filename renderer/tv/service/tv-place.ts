/** What the page itself knows of this TV. */
export interface TvPlace {
  /** As people call it. */
  readonly screen: string | null
  readonly floor: string | null
  /** Whether the feed answers. */
  readonly isConnected: boolean
  /** When the feed said anything last, on its own clock, epoch ms; null before the first word. */
  readonly heardAt: number | null
  readonly feedNow: number
  /** From 0 to 1. */
  readonly volume: number
  readonly locale: string
  readonly theme: string
  readonly isCalm: boolean
}

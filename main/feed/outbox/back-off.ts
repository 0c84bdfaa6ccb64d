// When a message is tried again. Pure: the clock and chance are arguments.

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** After the 1st, 2nd, … try that failed. A big deal is news for hours, so it begins with seconds. */
const usual = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 5 * hour]
/** As Standard Webhooks asks for. */
const webhook = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
]

interface Failed {
  /** How often it was tried, this time included. */
  readonly tries: number
  readonly isWebhook: boolean
  /** What the service asked for; null where it asked for nothing. */
  readonly retryAfterMs: number | null
  /** Epoch ms. */
  readonly now: number
  /** 0 to 1, chance: many that failed together do not come back together. */
  readonly random: number
}

/** Epoch ms; null: not by itself. Never sooner than the service asked for. */
export const nextTryAt = ({ tries, isWebhook, retryAfterMs, now, random }: Failed): number | null => {
  const wait = (isWebhook ? webhook : usual)[tries - 1]
  if (wait === undefined) return null
  const spread = wait * (0.8 + 0.4 * random)
  return (
    now + Math.round(retryAfterMs === null ? spread : Math.max(spread, retryAfterMs + 0.2 * wait * random))
  )
}

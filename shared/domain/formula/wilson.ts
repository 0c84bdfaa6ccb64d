// The interval of a rate.

/** Of the normal distribution: nineteen intervals of twenty hold the true rate. */
const z95 = 1.959963984540054

export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Where the true rate lies, 0 to 1, with 95 % confidence, by E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22 (1927). `made` of `attempts`; null without attempts, and where more was made than attempted,
 * which is no share.
 */
export const wilson = (made: number, attempts: number): Interval | null => {
  if (attempts <= 0 || made < 0 || made > attempts) return null
  const share = made / attempts
  const z2 = z95 ** 2
  const middle = share + z2 / (2 * attempts)
  const reach = z95 * Math.sqrt((share * (1 - share) + z2 / (4 * attempts)) / attempts)
  const below = 1 + z2 / attempts
  return { low: Math.max(0, (middle - reach) / below), high: Math.min(1, (middle + reach) / below) }
}

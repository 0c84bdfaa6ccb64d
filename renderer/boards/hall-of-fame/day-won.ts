import { zonedFormat } from '../../ui/zoned-format.ts'

/** "Nov 20" of a contest that was over at that instant, epoch ms; with its year where that is not this one's. */
export const dayWon = (until: number, now: number, locale: string, timeZone: string): string => {
  const last = until - 1
  const yearOf = (at: number): string => zonedFormat(at, locale, timeZone, { year: 'numeric' })
  return zonedFormat(last, locale, timeZone, {
    month: 'short',
    day: 'numeric',
    ...(yearOf(last) !== yearOf(now) && { year: 'numeric' }),
  })
}

// Calendar dates as whole days since 1970-01-01 (proleptic Gregorian): arithmetic without a time zone.

/** Days since 1970-01-01. */
export type Day = number

/** Half-open: includes `from`, not `to`. Either may be infinite. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

export const dayMs = 86_400_000

/** Month 1 to 12; a day beyond the month's end is one of the next month, a month beyond 12 one of the next year. */
export const dayOf = (year: number, month: number, day: number): Day =>
  Math.round(Date.UTC(year, month - 1, day) / dayMs)

export const partsOf = (
  day: Day,
): { readonly year: number; readonly month: number; readonly day: number } => {
  const date = new Date(day * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `text` is a checked `YYYY-MM-DD`. */
export const parseDay = (text: string): Day =>
  dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : `${number}`)

/** `YYYY-MM-DD`, written by hand: `toISOString` takes four times as long, and every count writes days. */
export const formatDay = (day: Day): string => {
  const parts = partsOf(day)
  if (Number.isNaN(parts.year)) throw new RangeError(`${day} is no day`)
  return `${String(parts.year).padStart(4, '0')}-${twoDigits(parts.month)}-${twoDigits(parts.day)}`
}

/** 0 is Monday, 6 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7

export const includes = (range: DayRange, day: Day): boolean => day >= range.from && day < range.to

/** The days in both; an empty range has `to` ≤ `from`. */
export const intersect = (a: DayRange, b: DayRange): DayRange => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
})

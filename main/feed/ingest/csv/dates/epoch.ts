// Numbers that count time: since 1970, or in a spreadsheet's days.
import { Temporal } from 'temporal-polyfill'
import type { Reading } from '../reading.ts'

/** Formats that are numbers, as a mapping declares them. */
export const numberFormats = ['epoch-seconds', 'epoch-ms', 'excel', 'excel-1904'] as const
export type NumberFormat = (typeof numberFormats)[number]

const unitMs = { 'epoch-seconds': 1000, 'epoch-ms': 1 } as const

/**
 * Day 0 of a spreadsheet. Excel counts from 1900 and takes that for a leap year, so that every day since March 1900 is one
 * more than it should be; workbooks made on an old Macintosh count from 1904.
 */
const dayZero = { excel: '1899-12-30', 'excel-1904': '1904-01-01' } as const

const dayMs = 86_400_000

/** The year 2200: no fact is later, and what seems so counts in another unit. */
const furthestMs = Date.UTC(2200, 0, 1)

const numberIn = (text: string): number =>
  /^-?\d{1,17}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN

/** What a spreadsheet makes of a long number in a narrow column: `1.76365E+12`. */
export const isShortened = (text: string): boolean => /^\d(?:[.,]\d+)?e\+?\d+$/i.test(text)

export const shortenedFault =
  'is a number that a spreadsheet shortened; show the column as a whole number and export it anew'

const otherUnit = { 'epoch-seconds': 'epoch-ms', 'epoch-ms': 'finer units' } as const

/** The time that the number counts, in UTC for numbers since 1970, else on the wall. */
export const readCounted = (text: string, format: NumberFormat): Reading<Temporal.PlainDateTime> => {
  if (isShortened(text)) return { fault: shortenedFault }
  const number = numberIn(text)
  if (format === 'excel' || format === 'excel-1904') {
    if (!(number >= 1 && number < 3e6))
      return { fault: "is not a spreadsheet's number of a day, such as 45981" }
    const ms = Math.round(number * dayMs)
    return { value: Temporal.PlainDateTime.from(dayZero[format]).add({ milliseconds: ms }) }
  }
  const ms = Math.round(number * unitMs[format])
  if (Number.isNaN(ms)) return { fault: 'is not a number of seconds or milliseconds since 1970' }
  if (!(Math.abs(ms) <= furthestMs))
    return { fault: `is later than the year 2200 in ${format}; is it in ${otherUnit[format]}?` }
  return { value: Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime() }
}

/** In seconds from September 2001 to 2286, in milliseconds the same: no number of that many digits is both. */
const digitsOf = { 'epoch-seconds': 10, 'epoch-ms': 13 } as const

/** The format that a bare number shows by its length, or null. */
export const epochShown = (text: string): 'epoch-seconds' | 'epoch-ms' | null => {
  const [digits = ''] = /^\d+(?=$|\.\d+$)/.exec(text) ?? []
  return digits.length === digitsOf['epoch-seconds']
    ? 'epoch-seconds'
    : digits.length === digitsOf['epoch-ms']
      ? 'epoch-ms'
      : null
}

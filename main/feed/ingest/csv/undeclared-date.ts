// Reads dates of columns without a declared format. What can be read as two different dates is refused.
import { Temporal } from 'temporal-polyfill'
import { type DateParts, datePartsOf } from './date-format.ts'
import type { Reading } from './reading.ts'

const time =
  '(?:[T\\s]\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?' +
  '(?:\\s*(?<half>[ap])\\.?m\\.?)?\\s*(?<offset>z|[+-]\\d{2}(?::?\\d{2})?)?)?'

const written = (date: string): RegExp => new RegExp(`^${date}${time}$`, 'i')

const yearFirst = written('(?<year>\\d{4})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})')
const dayFirst = written('(?<day>\\d{1,2})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<year>\\d{4})')
const monthFirst = written('(?<month>\\d{1,2})(?<sign>[-/.])(?<day>\\d{1,2})\\k<sign>(?<year>\\d{4})')

export const calendarDate = ({ year, month, day }: DateParts): Temporal.PlainDate | null => {
  if (month < 1 || month > 12 || day < 1) return null
  const date = Temporal.PlainDate.from({ year, month, day })
  return date.day === day ? date : null
}

const inWords = (date: Temporal.PlainDate): string =>
  date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** Reads dates such as `2026-11-20`, with or without a time; null for other texts. */
export const readYearFirst = (text: string): DateParts | null => {
  const groups = yearFirst.exec(text)?.groups
  return groups ? datePartsOf(groups) : null
}

export const readUndeclared = (text: string): Reading<DateParts> => {
  const plain = readYearFirst(text)
  if (plain) return { value: plain }
  const readings = [dayFirst, monthFirst].flatMap((pattern) => {
    const groups = pattern.exec(text)?.groups
    const parts = groups && datePartsOf(groups)
    const date = parts && calendarDate(parts)
    return date ? [{ parts, date }] : []
  })
  const [first, second] = readings
  if (first && second && !first.date.equals(second.date)) {
    return {
      fault: `can be ${inWords(first.date)} or ${inWords(second.date)}; say which with dateFormat: DD/MM/YYYY or MM/DD/YYYY`,
    }
  }
  if (first) return { value: first.parts }
  if (/^\d{9,14}$/.test(text)) {
    return { fault: 'is only a number; say what it counts with dateFormat: epoch-seconds or epoch-ms' }
  }
  return { fault: 'is not a date such as 2026-11-20; say how dates are written with dateFormat' }
}

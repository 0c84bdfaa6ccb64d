// Reads dates of columns without a declared format. What can be read as two different dates is refused.
import { Temporal } from 'temporal-polyfill'
import type { Reading } from '../reading.ts'
import { type DateParts, datePartsOf, type Groups } from './date-parts.ts'
import { isWeekday } from './month-names.ts'
import { readTimeOfDay } from './time-of-day.ts'

const day = '(?<day>\\d{1,2})'
const month = '(?<month>\\d{1,2})'
const year = '(?<year>\\d{4})'
const sign = ' ?(?<sign>[-/.]) ?'
const same = ' ?\\k<sign> ?'
/** Of the first, 20th and 1er. */
const ordinal = '(?:(?:st|nd|rd|th|er|o|a)(?=[ ,])|\\.)?'
const between = '[-/.,، ]*'
const name = "(?<monthName>[\\p{L}\\p{M}][\\p{L}\\p{M}.' ]*?)"
const anyYear = '(?:(?<year>\\d{4})|(?<shortYear>\\d{2}))(?!\\d)'

/** The rest is the time, or nothing. */
const written = (date: string): RegExp => new RegExp(`^${date}(?!\\d)(?<rest>.*)$`, 'iu')

const yearFirst = [
  written(`${year}${sign}${month}${same}${day}\\.?`),
  written(`(?:ngày )?${day} tháng ${month},?(?: năm)? ${year}`),
  written(`${year} ?[年년] ?${month} ?[月월] ?${day} ?[日일]`),
  // No eight digits are a date both with the year first and with the year last.
  written('(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})'),
]
const compact =
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})T?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?<offset>Z)?$/i
const dayFirst = written(`${day}${sign}${month}${same}${year}\\.?`)
const monthFirst = written(`${month}${sign}${day}${same}${year}\\.?`)
const withName = [
  written(`${day}${ordinal}${between}${name}${between}${anyYear}`),
  written(`${name}${between}${day}${ordinal}${between}${anyYear}`),
  written(`${year}${between}${name}${between}${day}\\.?`),
]

export const calendarDate = ({ year, month, day }: DateParts): Temporal.PlainDate | null => {
  if (month < 1 || month > 12 || day < 1) return null
  const date = Temporal.PlainDate.from({ year, month, day })
  return date.day === day ? date : null
}

const inWords = (date: Temporal.PlainDate): string =>
  date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "20 de noviembre de 2026", "2026 m. lapkričio 20 d.": words that belong to no month's name. */
const withoutLinks = (words: string): string =>
  words
    .split(' ')
    .filter((word) => !/^(?:de|del|of|den|di|the|m\.)$/i.test(word))
    .join(' ')

/**
 * What may be a time. XML has dates with an offset (`2026-11-20Z`), which stay that day; the word for the year or the day ends
 * dates in some languages ("20 ноября 2026 г."), and some exports have a hyphen between date and time.
 */
const behindDate = (rest: string): string =>
  rest
    .trim()
    .replace(/^(?:z|[+-]\d{2}:\d{2})$/i, '')
    // "2026/11/20(金)"
    .replace(/^\(\p{L}{1,3}\) ?/u, '')
    .replace(/^(?:\.|(?:г|р|թ|ел|d)\.?(?= |,|$))/i, '')
    .replace(/^(?:T(?=\d)|- |[,،])/i, '')

const partsIn = (text: string, pattern: RegExp, language?: string): Reading<DateParts> | null => {
  const found: Groups | undefined = pattern.exec(text)?.groups
  if (!found) return null
  const { rest = '', monthName } = found
  const groups = monthName === undefined ? found : { ...found, monthName: withoutLinks(monthName) }
  const date = datePartsOf(groups, language)
  if (date === null || 'fault' in date || rest === '') return date
  const time = readTimeOfDay(behindDate(rest))
  return time && { value: { ...date.value, ...time } }
}

const firstOf = (text: string, patterns: readonly RegExp[], language?: string): Reading<DateParts> | null => {
  for (const pattern of patterns) {
    const parts = partsIn(text, pattern, language)
    if (parts) return parts
  }
  return null
}

/** Reads dates such as `2026-11-20`, with or without a time, of texts after `plainText`; null for other texts. */
export const readYearFirst = (text: string): Reading<DateParts> | null => {
  const found = compact.exec(text)?.groups
  return found ? datePartsOf(found, undefined) : firstOf(text, yearFirst)
}

/** Later than any fact, and a year of this century in the Buddhist era. */
const isBuddhist = ({ year }: DateParts): boolean => year >= 2513 && year <= 2742

const buddhist = (text: string): string => (/^\d{4}/.test(text) ? 'BBBB-MM-DD' : 'DD/MM/BBBB')

/** From 1990 to 2100, in a spreadsheet's days. */
export const isSpreadsheetDay = (text: string): boolean =>
  /^\d{5}(?:[.,]\d+)?$/.test(text) && text >= '32874' && text < '73051'

const numericReadings = (text: string) =>
  [dayFirst, monthFirst].flatMap((pattern) => {
    const parts = partsIn(text, pattern)
    const date = parts && 'value' in parts ? calendarDate(parts.value) : null
    return parts && 'value' in parts && date ? [{ parts: parts.value, date }] : []
  })

/** `11/20/26`, which can be meant in three orders. */
const hasShortYear = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?!\d)/

const faultOf = (text: string): string => {
  if (isSpreadsheetDay(text))
    return "is only a number; if it is a spreadsheet's number of a day, say so with dateFormat: excel"
  if (/^\d{9,17}$/.test(text))
    return 'is only a number; say what it counts with dateFormat: epoch-seconds or epoch-ms'
  if (hasShortYear.test(text))
    return 'has a year of two digits; say which part it is with dateFormat, such as DD/MM/YY or M/D/YY'
  return 'is not a date such as 2026-11-20; say how dates are written with dateFormat'
}

const leadingWeekday = /^([\p{L}\p{M}.']+),? (?=[\p{L}\d])/u

/** For texts after `plainText`. */
export const readUndeclared = (text: string, language?: string): Reading<DateParts> => {
  const plain = readYearFirst(text)
  const readings = plain ? [] : numericReadings(text)
  const [first, second] = readings
  if (first && second && !first.date.equals(second.date)) {
    return {
      fault: `can be ${inWords(first.date)} or ${inWords(second.date)}; say which with dateFormat: DD/MM/YYYY or MM/DD/YYYY`,
    }
  }
  const found = plain ?? (first ? { value: first.parts } : firstOf(text, withName, language))
  if (found && 'value' in found && isBuddhist(found.value)) {
    return {
      fault: `has the year ${found.value.year}; if that is of the Buddhist era, say so with dateFormat: ${buddhist(text)}`,
    }
  }
  if (found) return found
  // Not before: "Mar 20, 2026" is in March, though "mar" is a day of the week in Spanish.
  const [start = '', word = ''] = leadingWeekday.exec(text) ?? []
  if (word !== '' && isWeekday(word)) return readUndeclared(text.slice(start.length), language)
  return { fault: faultOf(text) }
}

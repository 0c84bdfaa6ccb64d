// Reads dates and times of cells. What can be read in two ways is refused, and so is a local time unless the mapping
// names its zone.
import { Temporal } from 'temporal-polyfill'
import { plainText } from '../plain-text.ts'
import type { Reading } from '../reading.ts'
import { compileDateFormat, type DateFormat } from './date-format.ts'
import type { DateParts, WrittenTime } from './date-parts.ts'
import {
  epochShown,
  isShortened,
  type NumberFormat,
  numberFormats,
  readCounted,
  shortenedFault,
} from './epoch.ts'
import { readTimeOfDay } from './time-of-day.ts'
import { calendarDate, isSpreadsheetDay, readUndeclared, readYearFirst } from './undeclared-date.ts'
import { fixedOffset, isNamedSoAt, type WrittenOffset } from './written-offset.ts'

/** How the times of a column become facts: as instants, or as the days that are written or are the zone's. */
export type DayOf = 'instant' | 'written day' | 'day of the zone'

export interface DateReader {
  /** An instant, or a plain date where the text has no time. `time` is the text of a column with the time alone. */
  readWhen(text: string, time?: string): Reading<string>
  /** The date alone. */
  readDay(text: string, time?: string): Reading<string>
  /**
   * Where the text has a time, whether that is midnight as written, and in the zone; else null. Null also for texts that
   * cannot be read, and throughout where the mapping says whether times count.
   */
  midnight(text: string): { readonly written: boolean; readonly inZone: boolean } | null
}

export interface DateRules {
  /** Several: each text has one of them. Before a format may stand `day ` or `instant `, or either stands alone. */
  readonly formats?: readonly string[] | undefined
  /** For times without an offset. */
  readonly zone?: string | undefined
  /** Of months' names. */
  readonly language?: string | undefined
  /** What was found out of the whole column. */
  readonly as?: DayOf | undefined
  /** The time stands in a column of its own. */
  readonly timeApart?: boolean | undefined
}

/** As it is written, nothing made of it yet. */
interface Moment {
  readonly date: Temporal.PlainDate
  readonly time: Temporal.PlainTime | null
  readonly zone: WrittenOffset | null
}

const localTime = ({ hour, minute, second, nanosecond }: WrittenTime): Temporal.PlainTime | null => {
  if (!(hour < 24 && minute < 60 && second < 60)) return null
  return Temporal.PlainTime.from({ hour, minute, second }).add({ nanoseconds: nanosecond })
}

const momentOf = (parts: DateParts): Reading<Moment> => {
  const date = calendarDate(parts)
  if (!date) return { fault: 'is not a date of the calendar' }
  if (!parts.time) return { value: { date, time: null, zone: null } }
  const { hour, minute, second, nanosecond } = parts.time
  // ISO 8601 has 24:00 for the end of a day, and some databases write it.
  if (hour === 24 && minute + second + nanosecond === 0)
    return {
      value: { date: date.add({ days: 1 }), time: Temporal.PlainTime.from({ hour: 0 }), zone: parts.zone },
    }
  const time = localTime(parts.time)
  return time ? { value: { date, time, zone: parts.zone } } : { fault: 'is not a time of the day' }
}

const isMidnight = (time: Temporal.PlainTime): boolean => time.equals('00:00')

const utc: WrittenOffset = { kind: 'offset', offset: 'Z' }
const isUtc = (zone: WrittenOffset | null): boolean => zone?.kind === 'offset' && zone.offset === 'Z'

const inZone = (
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  zone: string,
): Reading<Temporal.Instant> => {
  const local = date.toPlainDateTime(time)
  // An hour that comes twice when clocks go back: the first is taken. A skipped one differs from `local`.
  const zoned = local.toZonedDateTime(zone)
  if (zoned.toPlainDateTime().equals(local)) return { value: zoned.toInstant() }
  if (isMidnight(time))
    return {
      value: date.toZonedDateTime(zone).toInstant(),
      note: `the clocks of ${zone} skipped a midnight, which is read as the day's first instant`,
    }
  return { fault: `is a time that ${zone} skipped when its clocks went forward` }
}

const withName = (
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  name: string,
  zone: string | undefined,
): Reading<Temporal.Instant> => {
  const local = date.toPlainDateTime(time)
  // Of an hour that comes twice, the name says which.
  const candidates = zone
    ? (['earlier', 'later'] as const).map((disambiguation) => local.toZonedDateTime(zone, { disambiguation }))
    : []
  const named = candidates.find((zoned) => zone && isNamedSoAt(name, zone, Number(zoned.epochMilliseconds)))
  if (named) return { value: named.toInstant() }
  const offset = fixedOffset(name)
  if (offset !== null) return { value: Temporal.Instant.from(`${local}${offset}`) }
  return {
    fault: `ends in "${name}", which is no offset that can be told; say whose time it is with timeZone`,
  }
}

const instantOf = (
  { date, time, zone: written }: Moment,
  zone: string | undefined,
): Reading<Temporal.Instant> => {
  if (time === null) return { fault: 'has no time' }
  if (written?.kind === 'offset')
    return { value: Temporal.Instant.from(`${date.toPlainDateTime(time)}${written.offset}`) }
  if (written) return withName(date, time, written.name, zone)
  if (zone) return inZone(date, time, zone)
  return { fault: 'has a time, but neither an offset nor a time zone; say whose time it is with timeZone' }
}

/** A day as it was written is that day. UTC alone says nothing of whose day it is: programs write it for everybody. */
const dayOf = (moment: Moment, zone: string | undefined, as: DayOf | undefined): Reading<string> => {
  if (moment.time === null || as === 'written day') return { value: moment.date.toString() }
  if (!isUtc(moment.zone) && as !== 'day of the zone') return { value: moment.date.toString() }
  if (!zone) return { fault: 'has a time, but only its day is wanted; say whose day it is with timeZone' }
  const instant = instantOf(moment, zone)
  if ('fault' in instant) return instant
  return { value: instant.value.toZonedDateTimeISO(zone).toPlainDate().toString() }
}

/** Year, month, day: the one order that everybody reads alike. */
const iso: DateFormat = { hasTime: false, hasOffset: false, match: readYearFirst }

type ReadMoment = (text: string) => Reading<Moment> | null

const isNumberFormat = (format: string): format is NumberFormat =>
  numberFormats.some((name) => name === format)

const counted = (text: string, format: NumberFormat): Reading<Moment> => {
  const reading = readCounted(text, format)
  if ('fault' in reading) return reading
  const time = reading.value.toPlainTime()
  const date = reading.value.toPlainDate()
  // A spreadsheet's day without a fraction is a date.
  if (format.startsWith('excel')) return { value: { date, time: isMidnight(time) ? null : time, zone: null } }
  return { value: { date, time, zone: utc } }
}

const undeclared = (text: string, language: string | undefined): Reading<Moment> => {
  if (isShortened(text)) return { fault: shortenedFault }
  const epoch = epochShown(text)
  if (epoch) return counted(text, epoch)
  const parts = readUndeclared(text, language)
  return 'fault' in parts ? parts : momentOf(parts.value)
}

/** Returns null for texts that are not of the format, and a sentence when the format itself is not understood. */
const readerOf = (
  declared: string,
  { zone, language, timeApart }: DateRules,
  isDay: boolean,
): ReadMoment | string => {
  if (declared === '') return (text) => undeclared(text, language)
  if (isNumberFormat(declared)) return (text) => counted(text, declared)
  const format = declared === 'ISO' ? iso : compileDateFormat(declared, language)
  if (typeof format === 'string') return format
  if (timeApart && format.hasTime)
    return `"${declared}" has a time, but the time is read from a column of its own`
  if (format.hasTime && !format.hasOffset && !zone && !isDay) {
    return `"${declared}" has a time without an offset; say whose time it is with timeZone`
  }
  return (text) => {
    const parts = format.match(text)
    return parts === null || 'fault' in parts ? parts : momentOf(parts.value)
  }
}

/** Of a date as people write it, with its time. */
const longestDate = 100

const same = (a: Moment, b: Moment): boolean =>
  a.date.equals(b.date) && (a.time === null || b.time === null || a.time.equals(b.time))

const readWithAny = (
  text: string,
  readers: readonly ReadMoment[],
  formats: readonly string[],
): Reading<Moment> => {
  const readings = readers.flatMap((read) => read(text) ?? [])
  const values = readings.flatMap((reading) => ('value' in reading ? [reading.value] : []))
  const [first] = values
  const other = first && values.find((moment) => !same(first, moment))
  if (first && other)
    return {
      fault: `can be ${first.date} or ${other.date}: it is written as several of ${formats.join(', ')}`,
    }
  if (first) return { value: first }
  const [fault] = readings
  if (fault) return fault
  const hint = readYearFirst(text)
    ? '; a column of such dates can have dateFormat: ISO for itself'
    : isSpreadsheetDay(text)
      ? `; if some of the column are a spreadsheet's numbers of days, say dateFormat: [${formats.join(', ')}, excel]`
      : ''
  return { fault: `is not written as ${formats.join(' or ')}${hint}` }
}

/** A spreadsheet writes a time alone as one of its day 0, or as a part of a day. */
const timeOnly = (text: string): string => text.replace(/^(?:1899-12-3[01]|1900-01-00|1904-01-01)[T ]/, '')

const partOfDay = (text: string): Temporal.PlainTime | null =>
  /^0[.,]\d+$/.test(text)
    ? Temporal.PlainTime.from('00:00').add({
        milliseconds: Math.round(Number(text.replace(',', '.')) * 86_400_000),
      })
    : null

const withTime = (moment: Moment, text: string): Reading<Moment> => {
  if (text === '') return { value: moment }
  if (moment.time !== null && !isMidnight(moment.time))
    return { fault: `has a time itself, beside "${text}" in the column of times` }
  const part = partOfDay(text)
  if (part) return { value: { date: moment.date, time: part, zone: null } }
  const parts = readTimeOfDay(timeOnly(text))
  const time = parts?.time ? localTime(parts.time) : null
  if (!parts || !time)
    return { fault: `stands beside "${text.slice(0, longestDate)}", which is not a time of the day` }
  return { value: { date: moment.date, time, zone: parts.zone } }
}

const splitFormat = (format: string): { readonly as: 'day' | 'instant' | null; readonly pattern: string } => {
  const [, word, pattern = ''] = /^(day|instant)(?: +(.*))?$/.exec(format) ?? []
  return word === 'day' || word === 'instant' ? { as: word, pattern } : { as: null, pattern: format }
}

/** Returns a sentence when a declared format is not understood. */
export const createDateReader = (rules: DateRules): DateReader | string => {
  const { zone } = rules
  const formats = (rules.formats ?? ['']).map(splitFormat)
  const kinds = new Set(formats.map(({ as }) => as))
  if (kinds.size > 1) return 'say `day` or `instant` before every format, or before none'
  const [kind = null] = kinds
  const readers: ReadMoment[] = []
  for (const { pattern } of formats) {
    const made = readerOf(pattern, rules, kind === 'day')
    if (typeof made === 'string') return made
    readers.push(made)
  }
  const patterns = formats.map(({ pattern }) => pattern)

  const read = (written: string, time?: string): Reading<Moment> => {
    // What is longer is none; and patterns of a mapping may take the square of its length.
    const text = written.length > longestDate ? '' : plainText(written)
    const moment = readWithAny(text, readers, patterns)
    if ('fault' in moment || time === undefined) return moment
    return withTime(moment.value, time.length > longestDate ? '?' : plainText(time))
  }
  const readDay = (text: string, time?: string): Reading<string> => {
    const moment = read(text, time)
    return 'fault' in moment ? moment : dayOf(moment.value, zone, rules.as)
  }
  const asDays = kind === 'day' || (kind === null && rules.as !== undefined && rules.as !== 'instant')
  return {
    readDay,
    readWhen: (text, time) => {
      if (asDays) return readDay(text, time)
      const moment = read(text, time)
      if ('fault' in moment) return moment
      if (moment.value.time === null) return { value: moment.value.date.toString() }
      const instant = instantOf(moment.value, zone)
      return 'fault' in instant ? instant : { ...instant, value: instant.value.toString() }
    },
    midnight: (text) => {
      const moment = kind === null ? read(text) : null
      if (!moment || 'fault' in moment || moment.value.time === null) return null
      const written = isMidnight(moment.value.time)
      if (!zone || !moment.value.zone) return { written, inZone: written }
      const instant = instantOf(moment.value, zone)
      return {
        written,
        inZone: 'value' in instant && isMidnight(instant.value.toZonedDateTimeISO(zone).toPlainTime()),
      }
    },
  }
}

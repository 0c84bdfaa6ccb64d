// Reads dates and times of cells. What can be read in two ways is refused, and so is a local time unless the mapping
// names its zone.
import { Temporal } from 'temporal-polyfill'
import { compileDateFormat, type DateFormat, type DateParts } from './date-format.ts'
import type { Reading } from './reading.ts'
import { calendarDate, readUndeclared, readYearFirst } from './undeclared-date.ts'

export interface DateReader {
  /** An instant, or a plain date where the text has no time. */
  readWhen(text: string): Reading<string>
  /** The date alone. */
  readDay(text: string): Reading<string>
}

type Moment = Reading<Temporal.ZonedDateTime | Temporal.PlainDate>

const localTime = ({
  hour,
  minute,
  second,
  nanosecond,
}: NonNullable<DateParts['time']>): Temporal.PlainTime | null => {
  if (!(hour < 24 && minute < 60 && second < 60)) return null
  return Temporal.PlainTime.from({ hour, minute, second }).add({ nanoseconds: nanosecond })
}

const toMoment = (parts: DateParts, zone: string | undefined): Moment => {
  const date = calendarDate(parts)
  if (!date) return { fault: 'is not a date of the calendar' }
  if (!parts.time) return { value: date }
  const time = localTime(parts.time)
  if (!time) return { fault: 'is not a time of the day' }
  const local = date.toPlainDateTime(time)
  if (parts.offset)
    return { value: Temporal.Instant.from(`${local}${parts.offset}`).toZonedDateTimeISO(zone ?? 'UTC') }
  if (!zone) {
    return { fault: 'has a time, but neither an offset nor a time zone; say whose time it is with timeZone' }
  }
  // An hour that comes twice when clocks go back: the first is taken. A skipped one differs from `local`.
  const zoned = local.toZonedDateTime(zone)
  if (zoned.toPlainDateTime().equals(local)) return { value: zoned }
  return { fault: `is a time that ${zone} skipped when its clocks went forward` }
}

const epoch = (text: string, unitMs: number, zone: string | undefined): Moment => {
  const ms = /^-?\d{1,14}(?:\.\d+)?$/.test(text) ? Math.round(Number(text) * unitMs) : Number.NaN
  // Temporal's limit: 10^8 days to either side of 1970.
  if (!(Math.abs(ms) <= 8.64e15)) return { fault: 'is not a number of seconds or milliseconds since 1970' }
  return { value: Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone ?? 'UTC') }
}

const epochUnits: Readonly<Record<string, number>> = { 'epoch-seconds': 1000, 'epoch-ms': 1 }

/** Year, month, day: the one order that everybody reads alike. */
const iso: DateFormat = { hasTime: false, hasOffset: false, match: readYearFirst }
const formatOf = (declared: string): DateFormat | string =>
  declared === 'ISO' ? iso : compileDateFormat(declared)

/** Of a date as people write it, with its time. */
const longestDate = 100

/** Returns a sentence when the declared format is not understood. `zone` is for times without an offset. */
export const createDateReader = (
  declared: string | undefined,
  zone: string | undefined,
): DateReader | string => {
  const unitMs = declared === undefined ? undefined : epochUnits[declared]
  const format = declared === undefined || unitMs !== undefined ? null : formatOf(declared)
  if (typeof format === 'string') return format
  if (format?.hasTime && !format.hasOffset && !zone) {
    return `"${declared}" has a time without an offset; say whose time it is with timeZone`
  }

  const read = (written: string): Moment => {
    // What is longer is none; and patterns of a mapping may take the square of its length.
    const text = written.length > longestDate ? '' : written
    if (unitMs !== undefined) return epoch(text, unitMs, zone)
    if (!format) {
      const parts = readUndeclared(text)
      return 'fault' in parts ? parts : toMoment(parts.value, zone)
    }
    const parts = format.match(text)
    if (parts) return toMoment(parts, zone)
    const hint = readYearFirst(text) ? '; a column of such dates can have dateFormat: ISO for itself' : ''
    return { fault: `is not written as ${declared}${hint}` }
  }
  return {
    readWhen: (text) => {
      const moment = read(text)
      if ('fault' in moment) return moment
      const { value } = moment
      return { value: value instanceof Temporal.PlainDate ? value.toString() : value.toInstant().toString() }
    },
    readDay: (text) => {
      const moment = read(text)
      if ('fault' in moment) return moment
      const { value } = moment
      if (value instanceof Temporal.PlainDate) return { value: value.toString() }
      if (!zone) return { fault: 'has a time, but only its day is wanted; say whose day it is with timeZone' }
      return { value: value.toPlainDate().toString() }
    },
  }
}

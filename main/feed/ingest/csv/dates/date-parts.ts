// A date as it is written, with the time of the day and the zone where the text has them.
import type { Reading } from '../reading.ts'
import { halfNamed } from './day-halves.ts'
import { monthNamed } from './month-names.ts'
import { type WrittenOffset, writtenOffset } from './written-offset.ts'

export interface WrittenTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nanosecond: number
}

/** Neither the date nor the time need exist. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly time: WrittenTime | null
  readonly zone: WrittenOffset | null
}

/** Of a match: `year`, `shortYear` or `buddhistYear`, `month` or `monthName`, `day`, and of a time its parts. */
export type Groups = Readonly<Record<string, string | undefined>>

/** 70 to 99 are 1970 to 1999, since no fact is older than 1970. */
const fullYear = (short: number): number => short + (short >= 70 ? 1900 : 2000)

/** The Buddhist era, by which Thailand counts its years, began 543 years earlier. */
const buddhistYears = 543

const yearOf = ({ year, shortYear, buddhistYear }: Groups): number => {
  if (buddhistYear !== undefined) return Number(buddhistYear) - buddhistYears
  return year === undefined ? fullYear(Number(shortYear)) : Number(year)
}

/** 13 PM is no time: NaN makes the whole time invalid. */
const hourOf = ({ hour, hour12, half }: Groups): number => {
  const written = Number(hour12 ?? hour)
  if (half === undefined) return written
  const named = halfNamed(half)
  if (named === null || written < 1 || written > 12) return Number.NaN
  return (written % 12) + (named === 'pm' ? 12 : 0)
}

/** Nanoseconds are the finest that anybody counts; further decimals are cut off. */
export const timeOf = (found: Groups): WrittenTime | null =>
  found['hour'] === undefined && found['hour12'] === undefined
    ? null
    : {
        hour: hourOf(found),
        minute: Number(found['minute'] ?? 0),
        second: Number(found['second'] ?? 0),
        nanosecond: Number((found['fraction'] ?? '').slice(0, 9).padEnd(9, '0')),
      }

/** Null when the groups name no month: the text is not of this pattern. */
export const datePartsOf = (found: Groups, language: string | undefined): Reading<DateParts> | null => {
  const named = found['monthName'] === undefined ? null : monthNamed(found['monthName'], language)
  if (named !== null && 'fault' in named) return named
  const month = named === null ? Number(found['month']) : named.value
  if (month === null) return null
  const zone = found['offset'] === undefined ? null : writtenOffset(found['offset'])
  return { value: { year: yearOf(found), month, day: Number(found['day']), time: timeOf(found), zone } }
}

// Which date was probably meant by one that is still to come: day and month in each other's place, or a year too far.
import { z } from 'zod'
import { PlainDate } from '../../wire/text.ts'

const isDate = (text: string): boolean => z.safeParse(PlainDate, text).success

const yearsBefore = (date: string, years: number): string =>
  `${String(Number(date.slice(0, 4)) - years).padStart(4, '0')}${date.slice(4)}`

const swapped = (date: string): string => `${date.slice(0, 5)}${date.slice(8, 10)}-${date.slice(5, 7)}`

/** A year is off by one more often than by ten. */
const mostYears = 10

/**
 * `date`: a date or an instant as its source wrote it. The latest first, none after `today`: a deal is sent soon after it
 * happened. What stands after the date, as a time, stays.
 */
export const likelyDates = (date: string, today: string): readonly string[] => {
  const [day, rest] = [date.slice(0, 10), date.slice(10)]
  const read = [day, swapped(day)].flatMap((each) => {
    for (let years = 0; years <= mostYears; years += 1) {
      const meant = yearsBefore(each, years)
      if (meant <= today) return meant !== day && isDate(meant) ? [meant] : []
    }
    return []
  })
  return [...new Set(read)]
    .sort()
    .reverse()
    .map((each) => `${each}${rest}`)
}

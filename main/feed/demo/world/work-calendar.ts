// When work happens: the hours of a day, the days of a week, the end of a quarter.
import {
  type Day,
  type DayRange,
  dayOf,
  partsOf,
  weekdayOf,
} from '../../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../../shared/domain/time/zone.ts'
import { wholeSecond } from './instants.ts'
import type { Random } from './random.ts'

/** Weights of the half-hours from 08:30 to 18:00 in the office: slow start, two peaks, lunch, early evenings. */
const halfHours: readonly number[] = [
  0.3, 0.7, 1, 1.2, 1.25, 1.2, 1, 0.55, 0.45, 0.8, 1.1, 1.2, 1.15, 1.05, 1, 0.85, 0.6, 0.4, 0.2,
]
const opensAtMinute = 8.5 * 60
const slots = halfHours.map((weight, slot) => ({ weight, minute: opensAtMinute + slot * 30 }))

/** An instant in the office hours of a local day, epoch ms. */
export const instantOn = (zone: Zone, day: Day, random: Random): number => {
  const slot = random.weighted(slots, ({ weight }) => weight)
  const minute = (slot?.minute ?? opensAtMinute) + random.between(0, 30)
  return wholeSecond(zone.startOf(day) + minute * 60_000)
}

/** Monday to Sunday; nobody works on the last two, unless the floor's calendar says so. */
const weekdays: readonly number[] = [1, 1.08, 1.06, 1.03, 0.83, 0.4, 0.4]
export const weekdayShare = (day: Day): number => weekdays[weekdayOf(day)] ?? 1

/** The calendar quarter that holds a day. */
export const quarterOf = (day: Day): DayRange => {
  const { year, month } = partsOf(day)
  const firstMonth = month - ((month - 1) % 3)
  return { from: dayOf(year, firstMonth, 1), to: dayOf(year, firstMonth + 3, 1) }
}

/** The week, Monday to Sunday, that holds a day. */
export const weekOf = (day: Day): DayRange => {
  const from = day - weekdayOf(day)
  return { from, to: from + 7 }
}

const pushDays = 10
/** Deals close faster in the last days of a quarter. */
export const closingPush = (day: Day): number => (quarterOf(day).to - day <= pushDays ? 1.6 : 1)

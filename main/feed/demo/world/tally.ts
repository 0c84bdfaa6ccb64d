// What everybody has done in the current week and booked in the current quarter: the live floor's pace depends on it.
import { dayOfInstant } from './occasion.ts'
import type { Work } from './segments.ts'
import type { Employee } from './staff.ts'
import { quarterOf, weekOf } from './work-calendar.ts'

export interface Tally {
  countWork(employee: Employee, work: Work, at: number): void
  work(employee: Employee, work: Work, at: number): number
  /** US dollars; a negative amount takes back a booking, if it was this quarter's. */
  countBooking(employee: Employee, usd: number, closedAt: number, at: number): void
  bookedUsd(employee: Employee, at: number): number
}

/** Weeks and quarters begin at midnight UTC here: a few hours do not matter to a pace. */
export const createTally = (): Tally => {
  let today = Number.NaN
  let week = Number.NaN
  let quarter = Number.NaN
  const done = new Map<string, number>()
  const booked = new Map<number, number>()
  const resetIfNew = (at: number): void => {
    const day = dayOfInstant(at)
    if (day === today) return
    today = day
    if (weekOf(day).from !== week) done.clear()
    if (quarterOf(day).from !== quarter) booked.clear()
    week = weekOf(day).from
    quarter = quarterOf(day).from
  }
  return {
    countWork: ({ id }, work, at) => {
      resetIfNew(at)
      const key = `${id} ${work}`
      done.set(key, (done.get(key) ?? 0) + 1)
    },
    work: ({ id }, work, at) => {
      resetIfNew(at)
      return done.get(`${id} ${work}`) ?? 0
    },
    countBooking: ({ index }, usd, closedAt, at) => {
      resetIfNew(at)
      if (dayOfInstant(closedAt) >= quarter) booked.set(index, (booked.get(index) ?? 0) + usd)
    },
    bookedUsd: ({ index }, at) => {
      resetIfNew(at)
      return booked.get(index) ?? 0
    },
  }
}

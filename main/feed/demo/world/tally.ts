// What everybody has done in the current week and signed in the current quarter: what the live floor's pace goes by.
import type { Performer } from './cast.ts'
import { dayOfInstant } from './occasion.ts'
import { quarterOf, weekOf } from './seasons.ts'
import type { Work } from './segments.ts'

export interface Tally {
  countWork(performer: Performer, work: Work, at: number): void
  work(performer: Performer, work: Work, at: number): number
  /** US dollars; negative takes a signature back, if it was this quarter's. */
  countBooking(performer: Performer, usd: number, closedAt: number, at: number): void
  bookedUsd(performer: Performer, at: number): number
}

/** Weeks and quarters turn at midnight UTC here: a few hours early or late do not show in a pace. */
export const createTally = (): Tally => {
  let today = Number.NaN
  let week = Number.NaN
  let quarter = Number.NaN
  const done = new Map<string, number>()
  const booked = new Map<number, number>()
  const turnTo = (at: number): void => {
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
      turnTo(at)
      const key = `${id} ${work}`
      done.set(key, (done.get(key) ?? 0) + 1)
    },
    work: ({ id }, work, at) => {
      turnTo(at)
      return done.get(`${id} ${work}`) ?? 0
    },
    countBooking: ({ index }, usd, closedAt, at) => {
      turnTo(at)
      if (dayOfInstant(closedAt) >= quarter) booked.set(index, (booked.get(index) ?? 0) + usd)
    },
    bookedUsd: ({ index }, at) => {
      turnTo(at)
      return booked.get(index) ?? 0
    },
  }
}

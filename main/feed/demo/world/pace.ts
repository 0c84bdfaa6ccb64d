// How much the live floor may still do. It runs at any hour and faster than people work, so that a wall always has
// something to show; it slows down as people get ahead of an ordinary week, so that the numbers stay plausible.
import type { DayRange } from '../../../../shared/domain/time/calendar-date.ts'
import { segmentAt } from './daily-work.ts'
import { dayOfInstant } from './occasion.ts'
import { createRandom } from './random.ts'
import { type Work, workPerDay, works } from './segments.ts'
import { type Employee, rampOn, roleAt, zoneOn } from './staff.ts'
import { quarterOf, weekOf } from './work-calendar.ts'
import type { World } from './world.ts'

/** How far ahead of the clock somebody may get, as a share of a week's work and of a quarter's bookings. */
const weekLead = 0.35
const quarterLead = 0.1

/** Work that somebody still has room for. */
interface Opening {
  readonly employee: Employee
  readonly work: Work
  /** Pieces of work left before they are as far ahead as they may be; above 0. */
  readonly room: number
}

export interface Pace {
  openings(at: number): Opening[]
  /** Bookings, in US dollars, that somebody may still add; below 0 when they are too far ahead. */
  bookingRoom(employee: Employee, at: number): number
}

/** Shares of a window change so slowly that they are worked out once in five minutes. */
const momentMs = 300_000

export const createPace = (world: World): Pace => {
  const { staff, tally, seed } = world
  let moment = Number.NaN
  let allowances: readonly Opening[] = []

  const shareGone = (employee: Employee, range: DayRange, at: number): number =>
    staff.workingTime.shareGone(range, zoneOn(employee, dayOfInstant(at)), at)

  /** All that somebody may have done by now in their week; weeks differ. */
  const allowanceOf = (employee: Employee, at: number): Opening[] => {
    const day = dayOfInstant(at)
    const role = roleAt(employee, at)
    const week = weekOf(day)
    const variation = createRandom(seed, 'week', week.from, employee.id).between(0.85, 1.15)
    const energy = employee.diligence * rampOn(employee, day) * variation
    const days = staff.workingTime.daysIn(week) * (shareGone(employee, week, at) + weekLead)
    return works.map((work) => ({ employee, work, room: workPerDay(role, work) * energy * days }))
  }

  return {
    openings: (at) => {
      const now = at - (at % momentMs)
      if (now !== moment) {
        moment = now
        allowances = staff.employees
          .flatMap((employee) => allowanceOf(employee, now))
          .filter(({ room }) => room > 0)
      }
      return allowances.flatMap(({ employee, work, room }) => {
        const left = room - tally.work(employee, work, at)
        return left > 0 ? [{ employee, work, room: left }] : []
      })
    },
    bookingRoom: (employee, at) => {
      const day = dayOfInstant(at)
      const segment = segmentAt(employee, at)
      if (!segment) return 0
      const ordinary = segment.quarterUsd * employee.skill * rampOn(employee, day)
      return (
        ordinary * (shareGone(employee, quarterOf(day), at) + quarterLead) - tally.bookedUsd(employee, at)
      )
    },
  }
}

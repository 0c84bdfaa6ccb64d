// How much the live floor may still do. It runs at any hour and faster than people work, so that a wall always has
// something to show; it slows down as people get ahead of an ordinary week, so that the numbers stay plausible.
import type { DayRange } from '../../../../shared/domain/time/calendar-date.ts'
import { type Performer, rampOn, roleAt, zoneOn } from './cast.ts'
import { segmentAt } from './daily-work.ts'
import { dayOfInstant } from './occasion.ts'
import { createRandom } from './random.ts'
import { quarterOf, weekOf } from './seasons.ts'
import { type Work, workPerDay, works } from './segments.ts'
import type { World } from './world.ts'

/** How far ahead of the clock somebody may get, as a share of a week's work and of a quarter's bookings. */
const weekLead = 0.35
const quarterLead = 0.1

/** Work that somebody still has room for. */
interface Opening {
  readonly performer: Performer
  readonly work: Work
  /** Pieces of work left before they are as far ahead as they may be; above 0. */
  readonly room: number
}

export interface Pace {
  openings(at: number): Opening[]
  /** Bookings, in US dollars, that somebody may still add; below 0 when they are too far ahead. */
  bookingRoom(performer: Performer, at: number): number
}

/** Shares of a window change so slowly that they are worked out once in five minutes. */
const momentMs = 300_000

export const createPace = (world: World): Pace => {
  const { cast, tally, seed } = world
  let moment = Number.NaN
  let allowances: readonly Opening[] = []

  const shareGone = (performer: Performer, range: DayRange, at: number): number =>
    cast.workingTime.shareGone(range, zoneOn(performer, dayOfInstant(at)), at)

  /** All that somebody may have done by now in their week; weeks differ. */
  const allowanceOf = (performer: Performer, at: number): Opening[] => {
    const day = dayOfInstant(at)
    const role = roleAt(performer, at)
    const week = weekOf(day)
    const mood = createRandom(seed, 'week', week.from, performer.id).between(0.85, 1.15)
    const energy = performer.diligence * rampOn(performer, day) * mood
    const days = cast.workingTime.daysIn(week) * (shareGone(performer, week, at) + weekLead)
    return works.map((work) => ({ performer, work, room: workPerDay(role, work) * energy * days }))
  }

  return {
    openings: (at) => {
      const now = at - (at % momentMs)
      if (now !== moment) {
        moment = now
        allowances = cast.performers
          .flatMap((performer) => allowanceOf(performer, now))
          .filter(({ room }) => room > 0)
      }
      return allowances.flatMap(({ performer, work, room }) => {
        const left = room - tally.work(performer, work, at)
        return left > 0 ? [{ performer, work, room: left }] : []
      })
    },
    bookingRoom: (performer, at) => {
      const day = dayOfInstant(at)
      const segment = segmentAt(performer, at)
      if (!segment) return 0
      const ordinary = segment.quarterUsd * performer.skill * rampOn(performer, day)
      return (
        ordinary * (shareGone(performer, quarterOf(day), at) + quarterLead) - tally.bookedUsd(performer, at)
      )
    },
  }
}

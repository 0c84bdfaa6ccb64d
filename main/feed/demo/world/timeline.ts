// Everything that happens, in order: a year of history up to the moment the floor opened, live from then on.
import { dayMs } from '../../../../shared/domain/time/calendar-date.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { planAssignments } from './assignments.ts'
import { planLiveEvents } from './live-events.ts'
import { dayOfInstant, inOrder, type Occasion } from './occasion.ts'
import { planOlderDeals } from './older-deals.ts'
import { createOpening } from './opening.ts'
import { createPace } from './pace.ts'
import { createStaff } from './staff.ts'
import { planThanks } from './thanks.ts'
import { quarterOf } from './work-calendar.ts'
import { planWorkingDay } from './working-day.ts'
import { createWorld, type TimedFact } from './world.ts'

const yearDays = 365
/**
 * Simulated before the history begins but not sent, so that the history begins with a pipeline. It starts on the first
 * day of a quarter, so that floors that open in one quarter share their past.
 */
const warmUpDays = 90

export interface TimelineOptions {
  readonly file: FloorFile
  readonly seed: number
  /** Epoch ms, a whole second. */
  readonly openedAt: number
  /** Days of history before the opening; a year when left out. */
  readonly historyDays?: number | undefined
}

export interface Timeline {
  /** The next fact at or before an instant (epoch ms); null when there is none yet. */
  next(until: number): TimedFact | null
  /** All of them, one by one; a caller that stops in between misses nothing. */
  factsUntil(until: number): Generator<TimedFact>
}

/** The same options give the same facts, whenever and in however many steps they are taken. */
export const createTimeline = ({
  file,
  seed,
  openedAt,
  historyDays = yearDays,
}: TimelineOptions): Timeline => {
  const world = createWorld(createStaff(file, seed), seed, openedAt)
  const pace = createPace(world)
  const planOpening = createOpening(world, file, openedAt)
  const openedOn = dayOfInstant(openedAt)
  const historyFrom = (openedOn - historyDays) * dayMs
  let day = quarterOf(openedOn - historyDays - warmUpDays).from
  let occasions: readonly Occasion[] | null = null
  let nextOccasion = 0
  let taken = 0

  const plan = (): Occasion[] => {
    const history = planWorkingDay(world, day).filter(({ at }) => at <= openedAt)
    const always = [
      ...planOlderDeals(world, day),
      ...planAssignments(world, day),
      ...planThanks(world, day),
      ...planOpening(day),
    ]
    if (day < openedOn) return inOrder([...always, ...history])
    return inOrder([...always, ...history, ...planLiveEvents(world, pace, day, openedAt)])
  }

  /** Makes one more occasion happen; false when the next one is later than `until`. */
  const step = (until: number): boolean => {
    while (day * dayMs <= until) {
      occasions ??= plan()
      const occasion = occasions[nextOccasion]
      if (occasion) {
        if (occasion.at > until) return false
        nextOccasion++
        world.newFacts = []
        taken = 0
        occasion.happen()
        if (occasion.at < historyFrom) world.newFacts = []
        return true
      }
      if ((day + 1) * dayMs > until) return false
      day++
      occasions = null
      nextOccasion = 0
    }
    return false
  }

  const next = (until: number): TimedFact | null => {
    do {
      const fact = world.newFacts[taken]
      if (fact) {
        taken++
        return fact
      }
    } while (step(until))
    return null
  }

  return {
    next,
    factsUntil: function* (until) {
      for (let fact = next(until); fact; fact = next(until)) yield fact
    },
  }
}

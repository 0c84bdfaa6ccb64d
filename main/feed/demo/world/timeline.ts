// The whole story in order: a year of history up to the moment the floor opened, live from there on.
import { dayMs } from '../../../../shared/domain/time/calendar-date.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { planAftermath } from './aftermath.ts'
import { planAssignments } from './assignments.ts'
import { createCast } from './cast.ts'
import { planBeats } from './live-beats.ts'
import { dayOfInstant, inOrder, type Occasion } from './occasion.ts'
import { createPace } from './pace.ts'
import { quarterOf } from './seasons.ts'
import { planWorkingDay } from './working-day.ts'
import { createWorld, type ToldFact } from './world.ts'

const yearDays = 365
/**
 * Lived through before the history begins, untold, so that it begins with a pipeline. From the first day of a quarter
 * on, so that floors that open in one quarter share their past.
 */
const warmUpDays = 90

export interface TimelineOptions {
  readonly file: FloorFile
  readonly seed: number
  /** Epoch ms, a whole second. */
  readonly openedAt: number
  /** Days of history before the opening; a year unless somebody is in a hurry. */
  readonly historyDays?: number | undefined
}

export interface Timeline {
  /** The next fact of the story that happened at or before an instant (epoch ms); null when there is none yet. */
  next(until: number): ToldFact | null
  /** All of them, one by one; whoever stops listening in between misses nothing. */
  factsUntil(until: number): Generator<ToldFact>
}

/** The same options tell the same story, whenever and in however many steps it is listened to. */
export const createTimeline = ({
  file,
  seed,
  openedAt,
  historyDays = yearDays,
}: TimelineOptions): Timeline => {
  const world = createWorld(createCast(file, seed), seed)
  const pace = createPace(world)
  const openedOn = dayOfInstant(openedAt)
  const toldFrom = (openedOn - historyDays) * dayMs
  let day = quarterOf(openedOn - historyDays - warmUpDays).from
  let occasions: readonly Occasion[] | null = null
  let nextOccasion = 0
  let toldAlready = 0

  const plan = (): Occasion[] => {
    const history = planWorkingDay(world, day).filter(({ at }) => at <= openedAt)
    const always = [...planAftermath(world, day), ...planAssignments(world, day)]
    if (day < openedOn) return inOrder([...always, ...history])
    return inOrder([...always, ...history, ...planBeats(world, pace, day, openedAt)])
  }

  /** Lives through one more occasion; false when the next one is later than `until`. */
  const step = (until: number): boolean => {
    while (day * dayMs <= until) {
      occasions ??= plan()
      const occasion = occasions[nextOccasion]
      if (occasion) {
        if (occasion.at > until) return false
        nextOccasion++
        world.told = []
        toldAlready = 0
        occasion.happen()
        if (occasion.at < toldFrom) world.told = []
        return true
      }
      if ((day + 1) * dayMs > until) return false
      day++
      occasions = null
      nextOccasion = 0
    }
    return false
  }

  const next = (until: number): ToldFact | null => {
    do {
      const fact = world.told[toldAlready]
      if (fact) {
        toldAlready++
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

// The whole story in order: a year of history up to the moment the floor opened, live from there on.
import { dayMs, formatDay } from '../../../../shared/domain/calendar-date.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { planAftermath } from './aftermath.ts'
import { createCast } from './cast.ts'
import { planBeats } from './live-beats.ts'
import { dayOfInstant, inOrder, type Occasion } from './occasion.ts'
import { createPace } from './pace.ts'
import { planWorkingDay } from './working-day.ts'
import { createWorld, type ToldFact } from './world.ts'

const historyDays = 365
/** Lived through before the history begins, untold, so that it begins with a pipeline. */
const warmUpDays = 120

export interface TimelineOptions {
  readonly file: FloorFile
  readonly seed: number
  /** Epoch ms, a whole second. */
  readonly openedAt: number
}

export interface Timeline {
  /** What has been told since the last call, up to an instant (epoch ms), in order. Taken lazily, to be drained. */
  factsUntil(at: number): Generator<ToldFact>
  /** The first day of the history. */
  readonly historyFrom: string
}

/** The same options tell the same story, whenever and in however many steps it is listened to. */
export const createTimeline = ({ file, seed, openedAt }: TimelineOptions): Timeline => {
  const world = createWorld(createCast(file, seed), seed)
  const pace = createPace(world)
  const openedOn = dayOfInstant(openedAt)
  const toldFrom = (openedOn - historyDays) * dayMs
  let day = openedOn - historyDays - warmUpDays
  let occasions: readonly Occasion[] | null = null
  let next = 0

  const plan = (): Occasion[] => {
    const history = planWorkingDay(world, day).filter(({ at }) => at <= openedAt)
    if (day < openedOn) return inOrder([...planAftermath(world, day), ...history])
    return inOrder([...planAftermath(world, day), ...history, ...planBeats(world, pace, day, openedAt)])
  }

  return {
    historyFrom: formatDay(openedOn - historyDays),
    factsUntil: function* (until) {
      while (day * dayMs <= until) {
        occasions ??= plan()
        while (next < occasions.length) {
          const occasion = occasions[next]
          if (!occasion || occasion.at > until) return
          next++
          occasion.happen()
          const { told } = world
          world.told = []
          if (occasion.at >= toldFrom) yield* told
        }
        if ((day + 1) * dayMs > until) return
        day++
        occasions = null
        next = 0
      }
    },
  }
}

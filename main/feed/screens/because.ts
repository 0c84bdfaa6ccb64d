// Which rule put a screen's playlist on, in the floor's language: worked out once a minute, since rules begin and end on one.
import { scheduleDayAt, scheduleOf, stretchesOn } from '../../../shared/domain/screens/schedule.ts'
import { whyOnWords } from '../../../shared/domain/screens/schedule-words.ts'
import { createZone } from '../../../shared/domain/time/zone.ts'
import { sayIn } from '../../../shared/domain/words/say.ts'
import type { Screen } from '../../../shared/wire/floor.ts'
import type { CurrentFloor } from '../fold/live-floor.ts'

const minuteMs = 60_000

/** Asked with an instant, epoch ms. */
export const createBecause = (): ((floor: CurrentFloor, screen: Screen, now: number) => string) => {
  const known = new Map<string, string>()
  let knownFor = ''
  return ({ version, file }, screen, now) => {
    const when = `${version} ${Math.floor(now / minuteMs)}`
    if (when !== knownFor) known.clear()
    knownFor = when
    const words = known.get(screen.id)
    if (words !== undefined) return words
    const schedule = scheduleOf(file, screen, createZone)
    const on = stretchesOn(schedule, scheduleDayAt(schedule, now)).find(
      ({ startsAt, endsAt }) => startsAt <= now && now < endsAt,
    )
    const made = whyOnWords(on?.wanted[0] ?? null, sayIn(file.floor.locale))
    known.set(screen.id, made)
    return made
  }
}

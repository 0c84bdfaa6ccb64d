// Has a screen sleep at its times and be less bright at others, by the feed's clock, also while the feed is away.
import type { Store } from '../../live/store.ts'
import type { Wall } from '../../live/wall.ts'
import { createAlarm } from '../stage/alarm.ts'

export interface TimesNow {
  /** When it wakes from the sleep that it is in, epoch ms, feed clock; null while none is due. */
  readonly wakesAt: number | null
  /** What is left of its light, from 0 to 1. */
  readonly light: number
}

export const awake: TimesNow = { wakesAt: null, light: 1 }

type Stage = Pick<NonNullable<Wall['stage']>, 'sleeps' | 'dims'>

const isOn =
  (now: number) =>
  ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
    from <= now && now < to

/** `until`: when something changes, epoch ms; infinite where nothing does. */
export const timesAt = (stage: Stage | null, now: number): TimesNow & { readonly until: number } => {
  const [sleeps, dims] = [stage?.sleeps ?? [], stage?.dims ?? []]
  const edges = [...sleeps, ...dims].flatMap(({ from, to }) => [from, to]).filter((edge) => edge > now)
  return {
    wakesAt: sleeps.find(isOn(now))?.to ?? null,
    light: Math.min(1, ...dims.filter(isOn(now)).map(({ light }) => light)),
    until: Math.min(Number.POSITIVE_INFINITY, ...edges),
  }
}

interface KeepTimesOptions {
  readonly wall: Store<Wall>
  readonly feedNow: () => number
  readonly wallClock: () => number
  readonly onChange: (times: TimesNow) => void
}

export const keepTimes = ({ wall, feedNow, wallClock, onChange }: KeepTimesOptions): void => {
  let said = awake
  const look = (): void => {
    const { wakesAt, light, until } = timesAt(wall.get().stage, feedNow())
    alarm.setFor(until)
    if (said.wakesAt === wakesAt && said.light === light) return
    said = { wakesAt, light }
    onChange(said)
  }
  const alarm = createAlarm({ now: feedNow, wallClock, onTime: look, onWake: () => undefined })
  wall.subscribe(look)
  look()
}

// The days in people's lives that have come: looked for once a minute of the clock.
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import type { DayRule } from '../../../shared/domain/celebrations/day-rule.ts'

const minuteMs = 60_000

export interface DayWatch {
  /** The floor has these rules now, from an instant (epoch ms) on where they are new. */
  noteRules(at: number): void
  /** What has come up to an instant (epoch ms); nothing within the same minute again. */
  look(now: number): readonly Cause[]
}

const keyOf = ({ rule }: DayRule): string =>
  JSON.stringify([rule.id, rule.on, rule.team ?? null, rule.role ?? null])

export const createDayWatch = (rules: () => readonly DayRule[]): DayWatch => {
  /** From when on each rule is in force: what came before is not its. */
  const since = new Map<string, number>()
  let minute = Number.NaN
  return {
    noteRules: (at) => {
      minute = Number.NaN
      for (const rule of rules()) if (!since.has(keyOf(rule))) since.set(keyOf(rule), at)
    },
    look: (now) => {
      if (Math.floor(now / minuteMs) === minute) return []
      minute = Math.floor(now / minuteMs)
      return rules().flatMap((rule) => rule.causes(since.get(keyOf(rule)) ?? now, now))
    },
  }
}

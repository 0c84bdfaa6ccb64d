// The days in people's lives that have come: looked for once a minute of the clock.
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import type { DayRule } from '../../../shared/domain/celebrations/day-rule.ts'
import type { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'

const minuteMs = 60_000

export interface DayWatch {
  /** The floor has these rules from an instant (epoch ms) on; those that it had before are in force since then. */
  noteRules(file: Pick<FloorFile, 'celebrations'>, at: number): void
  /** What has come up to an instant (epoch ms); nothing within the same minute again. */
  look(now: number): readonly Cause[]
}

const keyOf = ({ id, on, team, role }: CelebrationRule): string =>
  JSON.stringify([id, on, team ?? null, role ?? null])

export const createDayWatch = (rules: () => readonly DayRule[]): DayWatch => {
  /** From when on each rule is in force: what came before is not its. */
  let since: ReadonlyMap<string, number> = new Map()
  let minute = Number.NaN
  return {
    noteRules: ({ celebrations }, at) => {
      minute = Number.NaN
      const keys = celebrations.filter(({ on, off }) => !off && 'day' in on).map(keyOf)
      since = new Map(keys.map((key) => [key, since.get(key) ?? at]))
    },
    look: (now) => {
      if (Math.floor(now / minuteMs) === minute) return []
      minute = Math.floor(now / minuteMs)
      return rules().flatMap((rule) => rule.causes(since.get(keyOf(rule.rule)) ?? now, now))
    },
  }
}

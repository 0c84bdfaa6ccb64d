// What the kiosk had to mend by itself in the last day, for whoever looks after the screens.
import type { Recoveries, RecoveryKind } from '../../shared/wire/recoveries.ts'

const dayMs = 86_400_000
/** A kiosk that mends itself all the time is known as that long before. */
const most = 1000

export interface RecoveryCount {
  note(kind: RecoveryKind): void
  /** Null where nothing was mended. */
  lastDay(): Recoveries | null
}

/** @param now epoch ms */
export function countRecoveries(now: () => number): RecoveryCount {
  let noted: readonly { readonly kind: RecoveryKind; readonly at: number }[] = []
  return {
    note(kind) {
      noted = [...noted, { kind, at: now() }].slice(-most)
    },
    lastDay() {
      noted = noted.filter(({ at }) => at > now() - dayMs)
      const last = noted.at(-1)
      return last === undefined ? null : { count: noted.length, last: last.kind, lastAt: last.at }
    },
  }
}

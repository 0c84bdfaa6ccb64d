// The latest deals won, for the line at a board's foot.
import { dayMs } from './calendar-date.ts'
import type { SubjectIndex } from './roster.ts'

export interface RecentWin {
  readonly source: string
  readonly id: string
  readonly subject: SubjectIndex
  readonly account: string | null
  /** In the floor's currency. */
  readonly amountMinor: number | null
  /** Epoch ms. */
  readonly at: number
}

export interface RecentWins {
  /** `now`: epoch ms; a win that was old by then is never news again. */
  add(win: RecentWin, now: number): void
  remove(source: string, id: string): void
  /** The latest that passes, not later than `now`. */
  latest(now: number, passes: (subject: SubjectIndex) => boolean): RecentWin | null
  /** Latest first. */
  all(): readonly RecentWin[]
}

/** How long a win is kept, by the clock of the writes: longer than any board calls it news. */
const keptMs = 31 * dayMs

export const createRecentWins = (from: readonly RecentWin[]): RecentWins => {
  const wins = [...from]
  const order = (a: RecentWin, b: RecentWin): number =>
    b.at - a.at ||
    (a.source < b.source ? -1 : a.source > b.source ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  return {
    add: (win, now) => {
      while ((wins.at(-1)?.at ?? now) < now - keptMs) wins.pop()
      if (win.at < now - keptMs) return
      const at = wins.findIndex((other) => order(win, other) < 0)
      wins.splice(at < 0 ? wins.length : at, 0, win)
    },
    remove: (source, id) => {
      const at = wins.findIndex((win) => win.id === id && win.source === source)
      if (at >= 0) wins.splice(at, 1)
    },
    latest: (now, passes) => wins.find((win) => win.at <= now && passes(win.subject)) ?? null,
    all: () => [...wins],
  }
}

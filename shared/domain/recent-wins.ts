// The latest deals won, for the line at a board's foot. A short list: nobody looks back further than this.
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
  add(win: RecentWin): void
  remove(source: string, id: string): void
  /** The latest that passes, not later than `now`. */
  latest(now: number, passes: (subject: SubjectIndex) => boolean): RecentWin | null
  /** Latest first. */
  all(): readonly RecentWin[]
}

/** Enough for every board of a large floor to find its own. */
const kept = 500

export const createRecentWins = (from: readonly RecentWin[]): RecentWins => {
  const wins = [...from]
  const order = (a: RecentWin, b: RecentWin): number =>
    b.at - a.at ||
    (a.source < b.source ? -1 : a.source > b.source ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  return {
    add: (win) => {
      const at = wins.findIndex((other) => order(win, other) < 0)
      if (at < 0) {
        if (wins.length < kept) wins.push(win)
        return
      }
      wins.splice(at, 0, win)
      if (wins.length > kept) wins.pop()
    },
    remove: (source, id) => {
      const at = wins.findIndex((win) => win.id === id && win.source === source)
      if (at >= 0) wins.splice(at, 1)
    },
    latest: (now, passes) => wins.find((win) => win.at <= now && passes(win.subject)) ?? null,
    all: () => wins,
  }
}

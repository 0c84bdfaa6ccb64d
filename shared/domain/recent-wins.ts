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

/** Latest first, in a total order. */
const compare = (a: RecentWin, b: RecentWin): number =>
  b.at - a.at || (a.source < b.source ? -1 : a.source > b.source ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const keyOf = (source: string, id: string): string => JSON.stringify([source, id])

export const createRecentWins = (from: readonly RecentWin[]): RecentWins => {
  const wins = [...from]
  const byKey = new Map(wins.map((win) => [keyOf(win.source, win.id), win]))

  /** The place of the first win that does not stand before this one. */
  const placeOf = (win: RecentWin): number => {
    let low = 0
    let high = wins.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = wins[middle]
      if (other && compare(other, win) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  const dropOlderThan = (ms: number): void => {
    for (let last = wins.at(-1); last && last.at < ms; last = wins.at(-1)) {
      wins.pop()
      byKey.delete(keyOf(last.source, last.id))
    }
  }

  return {
    add: (win, now) => {
      dropOlderThan(now - keptMs)
      if (win.at < now - keptMs) return
      wins.splice(placeOf(win), 0, win)
      byKey.set(keyOf(win.source, win.id), win)
    },
    remove: (source, id) => {
      const key = keyOf(source, id)
      const win = byKey.get(key)
      if (!win) return
      wins.splice(placeOf(win), 1)
      byKey.delete(key)
    },
    latest: (now, passes) => wins.find((win) => win.at <= now && passes(win.subject)) ?? null,
    all: () => [...wins],
  }
}

// The latest deals won, for the wins board and the line at a board's foot.
import type { SubjectIndex } from '../people/roster.ts'
import { type Day, dayMs } from '../time/calendar-date.ts'

/** Somebody else who is credited with a deal. */
export interface WinCredit {
  readonly subject: SubjectIndex
  /** As the fact says it; null where it says nothing. */
  readonly share: number | null
  readonly role: 'owner' | 'assist'
}

export interface RecentWin {
  readonly source: string
  readonly id: string
  /** Who closed it. */
  readonly subject: SubjectIndex
  /** The other people of this floor, each once, as first credited. */
  readonly others: readonly WinCredit[]
  readonly account: string | null
  /** The whole deal, in the floor's currency; below 0 where money went back. */
  readonly amountMinor: number | null
  /** Epoch ms; where the source gave a date only, when that day began in the closer's office. */
  readonly at: number
  /** The day it closed, in the closer's office. */
  readonly closedOn: Day
  /** The source gave a date only. */
  readonly wholeDay: boolean
  /** What it has in the fields that the floor breaks numbers down by, in their order. */
  readonly values: readonly string[]
}

/** Whether a wall shows it as won: a refund and a deal of nothing are no wins; of no amount nothing is known. */
export const bringsMoney = ({ amountMinor }: Pick<RecentWin, 'amountMinor'>): boolean =>
  amountMinor === null || amountMinor > 0

export interface RecentWins {
  /** `now`: epoch ms. A win too old to be shown by then is not kept. */
  add(win: RecentWin, now: number): void
  remove(source: string, id: string): void
  /** The latest that brings money, not later than `now` (epoch ms), whose closer passes. */
  latest(now: number, passes: (subject: SubjectIndex) => boolean): RecentWin | null
  /** Latest first, also those that bring no money. */
  all(): readonly RecentWin[]
}

/**
 * How long a win is kept: longer than any board looks back (90 days, in any zone). Limited by time and not by number, so
 * that whenever a win is taken back, the one that a board shows in its place is still there.
 */
const keptMs = 92 * dayMs

/** Latest first; no two wins compare as equal. */
const compare = (a: RecentWin, b: RecentWin): number =>
  b.at - a.at || (a.source < b.source ? -1 : a.source > b.source ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const keyOf = (source: string, id: string): string => JSON.stringify([source, id])

export const createRecentWins = (from: readonly RecentWin[]): RecentWins => {
  const wins = [...from]
  const byKey = new Map(wins.map((win) => [keyOf(win.source, win.id), win]))

  /** Where a win stands in the list, or would stand. */
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
    latest: (now, passes) =>
      wins.find((win) => win.at <= now && bringsMoney(win) && passes(win.subject)) ?? null,
    all: () => [...wins],
  }
}

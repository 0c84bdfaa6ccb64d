// The latest wins: each deal whole, beside whoever closed it and who else is credited; the week's biggest; first deals.
import { z } from 'zod'
import type { WinHelper, WinRow, WinsBoard, WinsView } from '../../../wire/boards/wins-board.ts'
import { touchedTopWords, touchedWins } from '../../counting/changes.ts'
import { bringsMoney, type RecentWin } from '../../counting/recent-wins.ts'
import { dealSorts } from '../../counting/standing-facts.ts'
import { type SubjectIndex, spellsWithin } from '../../people/roster.ts'
import { everybody, type Numbers } from '../../standing/numbers.ts'
import { dayMs, includes } from '../../time/calendar-date.ts'
import { type BoardSource, scopeName, selectionOf, viewWindow, windowOf } from '../board-head.ts'
import { createFaces, type Faces } from '../face.ts'
import { isHiddenIn } from '../wall-numbers.ts'

/** Four pages of six: who looks up at a wall looks for today's. */
const mostRows = 24
const mostHelpers = 3

/** The same id in two sources is two deals. */
const rowId = ({ source, id }: Pick<RecentWin, 'source' | 'id'>): string => JSON.stringify([source, id])

const DealKey = z.tuple([z.string(), z.string()])

/** The deal of a row, by the row's id. */
export const dealOfRow = (row: string): Pick<RecentWin, 'source' | 'id'> => {
  const [source, id] = DealKey.parse(JSON.parse(row))
  return { source, id }
}

export const createWinsView = (numbers: Numbers, board: WinsBoard): BoardSource<WinsView> => {
  const { model, engine, topWords } = numbers
  const { roster } = model
  const { recent, firstAt, changedAt } = engine.wonDeals
  const facesOf = createFaces(roster)
  const window = windowOf(`last ${board.days} days`)
  const week = windowOf('week')
  const within = selectionOf(numbers, board.scope)
  /** At least a week, because the biggest win is the week's even on a board of fewer days; two days more for time zones. */
  const farthestMs = (Math.max(board.days, 7) + 2) * dayMs
  const indexOf = new Map(roster.people.map(({ subject }, index) => [subject, index]))

  /** Closed by people who work here today; a deal stays with the team in which it was won. */
  const isWithin = (win: RecentWin, ms: number): boolean => {
    const closer = roster.personAt(win.subject)
    const today = numbers.todayAt(ms)
    const isToCome = win.wholeDay ? win.closedOn > today : win.at > ms
    if (!closer || isHiddenIn(numbers, closer) || isToCome || win.at < ms - farthestMs) return false
    if (!includes(closer.employed, today)) return false
    const day = { from: win.closedOn, to: win.closedOn + 1 }
    return within === everybody || spellsWithin(closer, day, within, roster.teamAt).length > 0
  }

  /** `latestFirst`: two that closed at one instant are told apart, and only one of them is the first. */
  const firstsOf = (latestFirst: readonly RecentWin[]): ReadonlySet<RecentWin> => {
    const firsts = new Map<SubjectIndex, RecentWin>()
    for (const win of latestFirst)
      if (bringsMoney(win) && win.at === firstAt(win.subject)) firsts.set(win.subject, win)
    return new Set(firsts.values())
  }

  /** Of equals, the one that closed first. */
  const biggestOf = (latestFirst: readonly RecentWin[], ms: number): RecentWin | null => {
    let biggest: RecentWin | null = null
    for (const win of latestFirst) {
      if (win.amountMinor === null || win.amountMinor <= 0) continue
      if (!includes(numbers.daysOf(week, ms), win.closedOn)) continue
      if (win.amountMinor >= (biggest?.amountMinor ?? 0)) biggest = win
    }
    return biggest
  }

  /** Where everybody gets the whole, a share says nothing: the source's own split is not what counts here. */
  const isFull = model.file.floor.credit === 'full'
  const helpersOf = (win: RecentWin, faceOf: Faces): WinHelper[] =>
    win.others.slice(0, mostHelpers).flatMap(({ subject, share, role }) => {
      const member = roster.personAt(subject)
      if (!member || isHiddenIn(numbers, member)) return []
      const { name, short } = faceOf(member, 0)
      return [{ id: member.id, name, short, share: isFull ? null : share, role }]
    })

  /** By row; of several about one deal the latest. */
  const wordsAt = (ms: number): ReadonlyMap<string, WinRow['word']> =>
    new Map(
      [...topWords.since(ms - farthestMs)]
        .reverse()
        .flatMap(({ deal, text, from }) =>
          deal === null ? [] : [[rowId(deal), { text, from: from.short }]],
        ),
    )

  const rowOf = (
    win: RecentWin,
    place: number,
    first: boolean,
    faceOf: Faces,
    words: ReadonlyMap<string, WinRow['word']>,
  ): WinRow[] => {
    const closer = roster.personAt(win.subject)
    if (!closer) return []
    const { account, amountMinor: amount, at, wholeDay, others } = win
    return [
      {
        place,
        account,
        amount,
        at,
        wholeDay,
        first,
        helpers: helpersOf(win, faceOf),
        moreHelpers: Math.max(0, others.length - mostHelpers),
        word: words.get(rowId(win)) ?? null,
        ...faceOf(closer, indexOf.get(win.subject) ?? 0),
      },
    ]
  }

  const compute = (ms: number): WinsView => {
    const candidates = recent.all().filter((win) => isWithin(win, ms))
    const inWindow = candidates.filter((win) => includes(numbers.daysOf(window, ms), win.closedOn))
    const listed = inWindow.filter(bringsMoney)
    const biggest = biggestOf(candidates, ms)
    const firsts = firstsOf(candidates)
    const latest = new Set(listed.slice(0, mostRows))
    const words = wordsAt(ms)
    const shown = candidates.filter((win) => latest.has(win) || win === biggest)
    const named = shown.flatMap(({ subject, others }) => [
      subject,
      ...others.slice(0, mostHelpers).map((other) => other.subject),
    ])
    const faceOf = facesOf(
      named.flatMap((subject) => roster.personAt(subject) ?? []),
      ms,
    )
    return {
      id: board.id,
      kind: 'wins',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      changedAt: changedAt(),
      awaits: numbers.awaits([{ about: dealSorts }]),
      rows: Object.fromEntries(
        shown.flatMap((win, place) =>
          rowOf(win, place, firsts.has(win), faceOf, words).map((row) => [rowId(win), row] as const),
        ),
      ),
      biggest: biggest && rowId(biggest),
      deals: listed.length,
      total: inWindow.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0),
      refunds: inWindow.filter(({ amountMinor }) => amountMinor !== null && amountMinor < 0).length,
    }
  }

  return { bases: [touchedWins, touchedTopWords], compute }
}

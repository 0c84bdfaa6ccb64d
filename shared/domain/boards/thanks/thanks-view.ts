// The latest thanks: whoever helped, and whoever says so.
import type { ThanksBoard, ThanksRow, ThanksView } from '../../../wire/boards/thanks-board.ts'
import { touchedThanks } from '../../counting/changes.ts'
import type { Thanks } from '../../facts/thanks.ts'
import { type Member, spellsWithin } from '../../people/roster.ts'
import { everybody, type Numbers } from '../../standing/numbers.ts'
import { dayMs, includes } from '../../time/calendar-date.ts'
import { type BoardSource, scopeName, selectionOf, viewWindow, windowOf } from '../board-head.ts'
import { createFaces } from '../face.ts'
import { isHiddenIn } from '../wall-numbers.ts'

/** Four pages of six: nobody stands before a wall for longer. */
const mostRows = 24

interface Found {
  readonly thanks: Thanks
  readonly helper: Member
  readonly helped: Member
}

export const createThanksView = (numbers: Numbers, board: ThanksBoard): BoardSource<ThanksView> => {
  const { roster } = numbers.model
  const facesOf = createFaces(roster)
  const within = selectionOf(numbers, board.scope)
  const window = windowOf(`last ${board.days} days`)
  const byId = new Map(roster.people.map((member, index) => [member.id, { member, index }]))
  const indexOf = (member: Member): number => byId.get(member.id)?.index ?? 0

  /** Both work here today; a wall that may not show one of them shows neither. Of a scope: whoever helped is in it today. */
  const found = (thanks: Thanks, ms: number): Found[] => {
    const helper = byId.get(thanks.helper)?.member
    const helped = byId.get(thanks.helped)?.member
    if (!helper || !helped || thanks.at > ms) return []
    const today = numbers.todayAt(ms)
    const isSeen = (member: Member): boolean =>
      !isHiddenIn(numbers, member) && includes(member.employed, today)
    if (!isSeen(helper) || !isSeen(helped)) return []
    const day = { from: today, to: today + 1 }
    if (within !== everybody && spellsWithin(helper, day, within, roster.teamAt).length === 0) return []
    return [{ thanks, helper, helped }]
  }

  const compute = (ms: number): ThanksView => {
    const days = numbers.daysOf(window, ms)
    // Two days more: the date differs by zone.
    const all = numbers.thanks
      .since(ms - (board.days + 2) * dayMs)
      .filter(({ at }) => includes(days, numbers.zoneAt(ms).dayAt(at)))
      .flatMap((thanks) => found(thanks, ms))
    const shown = all.slice(0, mostRows)
    const faceOf = facesOf(
      shown.flatMap(({ helper, helped }) => [helper, helped]),
      ms,
    )
    const rowOf = ({ thanks, helper, helped }: Found, place: number): ThanksRow => ({
      ...faceOf(helper, indexOf(helper)),
      place,
      helped: faceOf(helped, indexOf(helped)),
      words: thanks.words,
      account: thanks.account,
      at: thanks.at,
    })
    return {
      id: board.id,
      kind: 'thanks',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      changedAt: all[0]?.thanks.at ?? null,
      awaits: null,
      rows: Object.fromEntries(shown.map((each, place) => [each.thanks.id, rowOf(each, place)])),
      given: all.length,
      helping: new Set(all.map(({ helper }) => helper.id)).size,
    }
  }

  return { bases: [touchedThanks], compute }
}

// What leaders wrote since the floor's day began, the latest first, and about whom.
import type { FromTheTopBoard, FromTheTopView, TopWordRow } from '../../../wire/boards/from-the-top-board.ts'
import { touchedTopWords } from '../../counting/changes.ts'
import { type Member, spellsWithin } from '../../people/roster.ts'
import { everybody, type Numbers } from '../../standing/numbers.ts'
import type { TopWord } from '../../standing/top-words.ts'
import { type BoardSource, scopeName, selectionOf, viewWindow, windowOf } from '../board-head.ts'
import { createFaces } from '../face.ts'
import { isHiddenIn } from '../wall-numbers.ts'

/** One a page: more than these nobody would see again. */
const mostWords = 12

export const createFromTheTopView = (
  numbers: Numbers,
  board: FromTheTopBoard,
): BoardSource<FromTheTopView> => {
  const { model, topWords } = numbers
  const { roster } = model
  const window = windowOf('day')
  const within = selectionOf(numbers, board.scope)
  const facesOf = createFaces(roster)
  const byId = new Map(roster.people.map((member, index) => [member.id, { member, index }]))
  const isSeen = ({ member }: { readonly member: Member }): boolean => !isHiddenIn(numbers, member)

  /** About somebody who is in the scope today; what is about a team is everybody's. */
  const isWithin = ({ people }: TopWord, ms: number): boolean => {
    if (within === everybody) return true
    const today = numbers.todayAt(ms)
    return people.some((id) => {
      const found = byId.get(id)
      const day = { from: today, to: today + 1 }
      return found !== undefined && spellsWithin(found.member, day, within, roster.teamAt).length > 0
    })
  }

  const compute = (ms: number): FromTheTopView => {
    const { floorZone } = roster
    const words = topWords
      .since(floorZone.startOf(floorZone.dayAt(ms)))
      .filter((word) => word.at <= ms && isWithin(word, ms))
      .slice(0, mostWords)
    const about = words.flatMap(({ people }) => people.flatMap((id) => byId.get(id) ?? [])).filter(isSeen)
    const faceOf = facesOf(
      about.map(({ member }) => member),
      ms,
    )
    const rowOf = (
      { from, text, title, at, people, names, occasion, deal }: TopWord,
      place: number,
    ): TopWordRow => ({
      ...from,
      place,
      text,
      jobTitle: title,
      at,
      people: people.flatMap((id) => {
        const found = byId.get(id)
        return found === undefined || !isSeen(found) ? [] : [faceOf(found.member, found.index)]
      }),
      names: [...names],
      occasion,
      account: deal?.account ?? null,
      amount: deal?.amountMinor ?? null,
      helpers: [...(deal?.helpers ?? [])],
    })
    return {
      id: board.id,
      kind: 'from-the-top',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      changedAt: words[0]?.at ?? null,
      awaits: null,
      rows: Object.fromEntries(words.map((word, place) => [word.id, rowOf(word, place)])),
    }
  }

  return { bases: [touchedTopWords], compute }
}

// What is off with the people of a scope: each for those who coach them, sums by rule for the leadership. Nobody's name is in
// these.
import type { ExceptionsBoard, ExceptionsRow, ExceptionsView } from '../../../wire/boards/exceptions-board.ts'
import { touchedExceptions } from '../../counting/changes.ts'
import { roleOn } from '../../people/roster.ts'
import type { Numbers } from '../../standing/numbers.ts'
import type { OffThing } from '../../standing/off-book.ts'
import { dayMs } from '../../time/calendar-date.ts'
import { createExceptionWords } from '../../words/exception-words.ts'
import { createFormat } from '../../words/format.ts'
import { type BoardSource, scopeName, viewWindow, windowOf } from '../board-head.ts'
import { createFaces } from '../face.ts'

/** More nobody reads on a board; the page Exceptions has all. */
const mostRows = 60

/** Whole days since it began. */
export const daysOf = ({ since }: OffThing, ms: number): number =>
  Math.max(0, Math.floor((ms - since) / dayMs))

interface Off {
  /** Those that somebody has not set aside, the longest first. */
  readonly open: readonly OffThing[]
  readonly setAside: readonly OffThing[]
}

/** What is off within the scope of a board, by the rules that it names. */
export const createOff = (numbers: Numbers, board: ExceptionsBoard): ((ms: number) => Off) => {
  const { roster, file } = numbers.model
  const { team, role } = board.scope
  const rules = board.rules ?? file.exceptions.map(({ id }) => id)
  const known = new Set(file.exceptions.map(({ id }) => id))
  const order = new Map(rules.flatMap((id, index) => (known.has(id) ? [[id, index]] : [])))

  const isWithin = ({ teamNow, owner }: OffThing, ms: number): boolean => {
    const wanted = team === undefined ? null : roster.subjectOf(team)
    const own = teamNow === null ? null : roster.subjectOf(teamNow)
    if (wanted !== null && (own === null || roster.teamAt(own)?.chain.includes(wanted) !== true)) return false
    const subject = owner === null ? null : roster.subjectOf(owner)
    const member = subject === null ? null : roster.personAt(subject)
    return role === undefined || (member !== null && roleOn(member, numbers.todayAt(ms)) === role)
  }
  const byAge = (a: OffThing, b: OffThing): number =>
    a.since - b.since || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0) || (a.id < b.id ? -1 : 1)

  return (ms) => {
    const all = numbers.off.open().filter((thing) => order.has(thing.rule) && isWithin(thing, ms))
    const isAside = ({ until }: OffThing): boolean => until !== null && until > ms
    return { open: all.filter((thing) => !isAside(thing)).sort(byAge), setAside: all.filter(isAside) }
  }
}

export const createExceptionsView = (
  numbers: Numbers,
  board: ExceptionsBoard,
): BoardSource<ExceptionsView> => {
  const { model } = numbers
  const { roster, file } = model
  const words = createExceptionWords(createFormat(file.floor), file.floor.locale)
  const rules = file.exceptions.filter(({ id }) => board.rules?.includes(id) !== false)
  const offAt = createOff(numbers, board)
  const nameOfRule = new Map(rules.map(({ id, name }) => [id, name]))
  const facesOf = createFaces(roster)
  const window = windowOf('day')

  const memberOf = (owner: string | null) => {
    const subject = owner === null ? null : roster.subjectOf(owner)
    return subject === null ? null : roster.personAt(subject)
  }
  const named = (open: readonly OffThing[], ms: number): Record<string, ExceptionsRow> => {
    const shown = open.slice(0, mostRows)
    const faceOf = facesOf(
      shown.flatMap(({ owner }) => memberOf(owner) ?? []),
      ms,
    )
    return Object.fromEntries(
      shown.map((thing, place) => {
        const { id, title, ownerName, owner, why, rule, ruleName, nth, wrote, seenAt } = thing
        const member = memberOf(owner)
        return [
          id,
          {
            place,
            title,
            says: words.why(why),
            rule: nameOfRule.get(rule) ?? ruleName,
            face: member && faceOf(member, roster.people.indexOf(member)),
            owner: ownerName === title ? null : ownerName,
            count: 1,
            days: daysOf(thing, ms),
            times: nth,
            wrote,
            isNew: seenAt === null,
          },
        ]
      }),
    )
  }

  const sums = (open: readonly OffThing[], ms: number): Record<string, ExceptionsRow> => {
    const found = rules.flatMap(({ id, name }) => {
      const own = open.filter(({ rule }) => rule === id)
      const [longest] = own
      return longest ? [{ id, name, own, longest }] : []
    })
    found.sort((a, b) => open.indexOf(a.longest) - open.indexOf(b.longest))
    return Object.fromEntries(
      found.map(({ id, name, own, longest }, place) => [
        id,
        {
          place,
          ...{ title: name, says: null, rule: null, face: null, owner: null, wrote: null, isNew: false },
          count: own.length,
          days: daysOf(longest, ms),
          times: own.filter(({ nth }) => nth > 1).length,
        },
      ]),
    )
  }

  const compute = (ms: number): ExceptionsView => {
    const { open, setAside } = offAt(ms)
    const isNamed = board.audience === 'managers'
    return {
      id: board.id,
      kind: 'exceptions',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      changedAt: null,
      awaits: null,
      named: isNamed,
      total: open.length,
      setAside: setAside.length,
      hasRules: rules.length > 0,
      rows: isNamed ? named(open, ms) : sums(open, ms),
    }
  }

  return { bases: [touchedExceptions], compute }
}

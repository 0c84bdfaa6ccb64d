// The contests that ended last, with those who won them, of the people whom a wall may name today.

import type {
  HallOfFameBoard,
  HallOfFameRow,
  HallOfFameView,
} from '../../../wire/boards/hall-of-fame-board.ts'
import type { ContestRow, ContestStandings } from '../../../wire/contests/standings.ts'
import type { Face } from '../../../wire/view-parts.ts'
import { touchedContests } from '../../counting/changes.ts'
import { type Member, spellsWithin } from '../../people/roster.ts'
import { everybody, type Numbers } from '../../standing/numbers.ts'
import { formatDay, includes } from '../../time/calendar-date.ts'
import { type BoardSource, scopeName, selectionOf } from '../board-head.ts'
import { datesOf } from '../date-range.ts'
import { createFaces, teamFace } from '../face.ts'
import { byPlace } from '../figures/by-place.ts'
import { isHiddenIn } from '../wall-numbers.ts'
import { championOf } from './champion.ts'

const mostEnds = 12
/** Of one contest; of more the last place says how many. */
const mostFaces = 5

interface Winner {
  /** The same for the same person, team or side in all contests. */
  readonly key: string
  readonly row: ContestRow
  /** Null of a team or a side. */
  readonly member: Member | null
  /** Of a team or a side. */
  readonly face: Face
}

/** Where the score of the first is what decided it. */
const isDecidedByScore = ({ win }: ContestStandings): boolean =>
  win.by !== 'raffle' && win.by !== 'bracket' && win.by !== 'collect' && win.by !== 'relay'

const faceIn = ({ name, short, initials, hue, photo }: ContestRow): Face => ({
  name,
  short,
  initials,
  hue,
  photo,
})

export const createHallOfFameView = (
  numbers: Numbers,
  board: HallOfFameBoard,
): BoardSource<HallOfFameView> => {
  const { roster } = numbers.model
  const { floorZone } = roster
  const facesOf = createFaces(roster)
  const within = selectionOf(numbers, board.scope)
  const isOfAll = within === everybody
  const members = new Map(roster.people.map((member, index) => [member.id, { member, index }]))
  const teams = new Map(roster.teams.map((team, index) => [team.id, { team, index }]))
  const indexOf = (member: Member): number => members.get(member.id)?.index ?? 0

  /** Whoever works here today and may be on a wall; of a scope, whoever is in it today. */
  const personFor = (id: string, row: ContestRow, today: number): Winner | null => {
    const member = members.get(id)?.member
    if (!member || isHiddenIn(numbers, member) || !includes(member.employed, today)) return null
    const day = { from: today, to: today + 1 }
    if (!isOfAll && spellsWithin(member, day, within, roster.teamAt).length === 0) return null
    return { key: `person ${id}`, row, member, face: faceIn(row) }
  }

  /** As it is called today; one that the floor no longer has, as it was called then. */
  const teamFor = (id: string, row: ContestRow): Winner | null => {
    const known = teams.get(id)
    const isWithin =
      isOfAll || (within.role === null && known?.team.chain.includes(within.team ?? -1) === true)
    if (!isWithin) return null
    return {
      key: `team ${id}`,
      row,
      member: null,
      face: known ? teamFace(known.team, known.index) : faceIn(row),
    }
  }

  /** A side is made of anybody: it is on the board of everybody alone. Those of one contest have nothing to do with another's. */
  const sideFor = (id: string, row: ContestRow, contest: string): Winner | null =>
    isOfAll ? { key: `side ${contest} ${id}`, row, member: null, face: faceIn(row) } : null

  const winnersOf = ({ rows, between, contest }: ContestStandings, today: number): readonly Winner[] =>
    byPlace(rows)
      .filter(([, { isIn }]) => isIn)
      .flatMap(([id, row]) => {
        const winner =
          between === 'people'
            ? personFor(id, row, today)
            : between === 'teams'
              ? teamFor(id, row)
              : sideFor(id, row, contest)
        return winner ?? []
      })

  const isOfBoard = ({ contest }: ContestStandings): boolean =>
    board.contest === undefined || board.contest === contest

  const compute = (ms: number): HallOfFameView => {
    const today = numbers.todayAt(ms)
    const ends = numbers.contests
      .ended(ms, mostEnds, (end) => isOfBoard(end) && winnersOf(end, today).length > 0)
      .map((end) => ({ end, winners: winnersOf(end, today) }))
    const untils = ends.map(({ end }) => end).sort((one, other) => one.until - other.until)
    const [first, last] = [untils[0] ?? null, untils.at(-1) ?? null]
    const champion = championOf(ends.map(({ winners }) => winners))
    const shownOf = (winners: readonly Winner[]): readonly Winner[] =>
      winners.slice(0, winners.length > mostFaces ? mostFaces - 1 : mostFaces)
    const named = [...ends.flatMap(({ winners }) => shownOf(winners)), ...(champion ? [champion.winner] : [])]
    const faceOf = facesOf(
      named.flatMap(({ member }) => member ?? []),
      ms,
    )
    const faceFor = ({ member, face }: Winner): Face => (member ? faceOf(member, indexOf(member)) : face)
    const rowOf = (end: ContestStandings, winners: readonly Winner[], place: number): HallOfFameRow => {
      const shown = shownOf(winners)
      return {
        place,
        contest: end.contest,
        called: end.name,
        until: end.until,
        between: end.between,
        winners: shown.map(faceFor),
        more: winners.length - shown.length,
        prize: winners[0]?.row.prize ?? null,
        counts: end.counts,
        score: isDecidedByScore(end) ? (winners[0]?.row.score ?? null) : null,
        unit: end.win.by === 'king' ? 'days' : end.unit,
      }
    }
    return {
      id: board.id,
      kind: 'hall-of-fame',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: {
        start: first && formatDay(floorZone.dayAt(first.until - 1)),
        end: last && formatDay(floorZone.dayAt(last.until - 1) + 1),
        label: first && last ? datesOf(numbers, { from: first.until - 1, until: last.until }) : '',
        progress: '',
      },
      changedAt: ends[0]?.end.finalAt ?? null,
      awaits: null,
      rows: Object.fromEntries(
        ends.map(({ end, winners }, place) => [`${end.contest} ${end.on}`, rowOf(end, winners, place)]),
      ),
      champion: champion && { ...faceFor(champion.winner), wins: champion.wins },
    }
  }

  return { bases: [touchedContests], compute }
}

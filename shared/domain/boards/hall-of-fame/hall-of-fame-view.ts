// The contests that ended last and the awards that were decided, with those who won them, of the people whom a wall may name today.
import type { AwardResult } from '../../../wire/awards.ts'
import type {
  HallOfFameBoard,
  HallOfFameRow,
  HallOfFameView,
} from '../../../wire/boards/hall-of-fame-board.ts'
import type { ContestRow, ContestStandings } from '../../../wire/contests/standings.ts'
import type { Face } from '../../../wire/view-parts.ts'
import { touchedAwards, touchedContests } from '../../counting/changes.ts'
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

/** `key`: the same for the same person, team or side in all contests and awards. */
type Winner =
  | { readonly key: string; readonly member: Member; readonly face: null }
  | { readonly key: string; readonly member: null; readonly face: Face }

/** A contest or a round of an award that somebody won whom a wall may name. */
interface End extends Omit<HallOfFameRow, 'place' | 'winners' | 'more'> {
  readonly key: string
  /** Epoch ms. */
  readonly finalAt: number
  readonly winners: readonly Winner[]
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
  const personFor = (id: string, today: number): Winner | null => {
    const member = members.get(id)?.member
    if (!member || isHiddenIn(numbers, member) || !includes(member.employed, today)) return null
    const day = { from: today, to: today + 1 }
    if (!isOfAll && spellsWithin(member, day, within, roster.teamAt).length === 0) return null
    return { key: `person ${id}`, member, face: null }
  }

  /** As it is called today; one that the floor no longer has, as it was called then. */
  const teamFor = (id: string, row: ContestRow): Winner | null => {
    const known = teams.get(id)
    const isWithin =
      isOfAll || (within.role === null && known?.team.chain.includes(within.team ?? -1) === true)
    if (!isWithin) return null
    return {
      key: `team ${id}`,
      member: null,
      face: known ? teamFace(known.team, known.index) : faceIn(row),
    }
  }

  /** A side is made of anybody: it is on the board of everybody alone. Those of one contest have nothing to do with another's. */
  const sideFor = (id: string, row: ContestRow, contest: string): Winner | null =>
    isOfAll ? { key: `side ${contest} ${id}`, member: null, face: faceIn(row) } : null

  const endOfContest = (standings: ContestStandings, today: number): End => {
    const { rows, between, contest, on, name, until, finalAt, counts, win, unit } = standings
    const won = byPlace(rows).flatMap(([id, row]) => {
      const winner = !row.isIn
        ? null
        : between === 'people'
          ? personFor(id, today)
          : between === 'teams'
            ? teamFor(id, row)
            : sideFor(id, row, contest)
      return winner === null ? [] : [{ winner, row }]
    })
    const first = won[0]?.row
    return {
      ...{ key: `${contest} ${on}`, contest, called: name, until, finalAt, between, counts },
      winners: won.map(({ winner }) => winner),
      prize: first?.prize ?? null,
      score: isDecidedByScore(standings) ? (first?.score ?? null) : null,
      unit: win.by === 'king' ? 'days' : unit,
    }
  }

  const endOfAward = (result: AwardResult, today: number): End => {
    const won = result.winners.flatMap(({ person, value }) => {
      const winner = personFor(person, today)
      return winner === null ? [] : [{ winner, value }]
    })
    return {
      // A contest may have the same id.
      ...{ key: `award ${result.award} ${result.on}`, contest: result.award, called: result.name },
      ...{ until: result.until, finalAt: result.closedAt, between: 'people', prize: result.prize },
      winners: won.map(({ winner }) => winner),
      counts:
        result.by === 'vote' || result.metric === null
          ? numbers.model.say({ id: 'award.by-vote', defaultMessage: 'Vote of the team' })
          : result.metric.name,
      score: result.by === 'metric' ? (won[0]?.value ?? null) : null,
      unit: result.metric?.unit ?? 'count',
    }
  }

  const isOfBoard = ({ contest }: ContestStandings): boolean =>
    board.contest === undefined || board.contest === contest
  const isWon = ({ winners }: End): boolean => winners.length > 0

  const endsAt = (ms: number, today: number): readonly End[] => {
    const contests = numbers.contests
      .ended(ms, mostEnds, (end) => isOfBoard(end) && isWon(endOfContest(end, today)))
      .map((end) => endOfContest(end, today))
    if (board.contest !== undefined) return contests
    const awards = numbers.awards
      .results(null, ms, mostEnds, (result) => isWon(endOfAward(result, today)))
      .map((result) => endOfAward(result, today))
    return [...contests, ...awards]
      .sort((one, other) => other.finalAt - one.finalAt || (one.key < other.key ? -1 : 1))
      .slice(0, mostEnds)
  }

  const compute = (ms: number): HallOfFameView => {
    const today = numbers.todayAt(ms)
    const ends = endsAt(ms, today)
    const untils = ends.toSorted((one, other) => one.until - other.until)
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
    const rowOf = ({ key: _, finalAt: __, winners, ...end }: End, place: number): HallOfFameRow => {
      const shown = shownOf(winners)
      return { ...end, place, winners: shown.map(faceFor), more: winners.length - shown.length }
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
      changedAt: ends[0]?.finalAt ?? null,
      awaits: null,
      rows: Object.fromEntries(ends.map((end, place) => [end.key, rowOf(end, place)])),
      champion: champion && { ...faceFor(champion.winner), wins: champion.wins },
    }
  }

  return { bases: [touchedContests, touchedAwards], compute }
}

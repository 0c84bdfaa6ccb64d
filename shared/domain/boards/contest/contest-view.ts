// A contest as a wall shows it: how it stands, of the people whom a wall may name, called as walls call them.
import type { ContestBoard, ContestView } from '../../../wire/boards/contest-board.ts'
import type { Contest } from '../../../wire/contests/contest.ts'
import type { ContestRow, ContestStandings } from '../../../wire/contests/standings.ts'
import { touchedContests } from '../../counting/changes.ts'
import { basesOf } from '../../counting/metric-plan.ts'
import type { Member } from '../../people/roster.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { formatDay } from '../../time/calendar-date.ts'
import { type BoardSource, planOf, scopeName } from '../board-head.ts'
import { datesOf } from '../date-range.ts'
import { createFaces } from '../face.ts'
import { isHiddenIn } from '../wall-numbers.ts'

/** Phases in which nobody but a manager is told of it. */
const untold: ReadonlySet<ContestStandings['phase']> = new Set(['draft', 'called-off'])

/** Its people with the names and faces of walls; who is kept off stands in no row. Ranks stay as they are. */
const namedRows = (
  numbers: Numbers,
  rows: ContestStandings['rows'],
  facesOf: ReturnType<typeof createFaces>,
  ms: number,
): ContestStandings['rows'] => {
  const { people } = numbers.model.roster
  const known = new Map<string, readonly [Member, number]>(
    people.map((member, index) => [member.id, [member, index]]),
  )
  const shown = Object.entries(rows)
    .filter(([id]) => {
      const found = known.get(id)
      return found === undefined || !isHiddenIn(numbers, found[0])
    })
    .sort(([, a], [, b]) => a.place - b.place)
  const faceOf = facesOf(
    shown.flatMap(([id]) => known.get(id)?.[0] ?? []),
    ms,
  )
  return Object.fromEntries(
    shown.map(([id, row], place): [string, ContestRow] => {
      const found = known.get(id)
      // Who has left the floor since is called as the log has it.
      return [id, { ...row, ...(found && faceOf(...found)), place }]
    }),
  )
}

/** Whose facts move its standings. */
const metricsOf = ({ counts, win, atLeast }: Contest): readonly string[] => [
  ...(typeof counts === 'string' ? [counts] : counts.map(({ metric }) => metric)),
  ...(win.by === 'collect' ? win.metrics : []),
  ...(atLeast === undefined ? [] : [atLeast.metric]),
]

export const createContestView = (numbers: Numbers, board: ContestBoard): BoardSource<ContestView> => {
  const { roster } = numbers.model
  const facesOf = createFaces(roster)

  const compute = (ms: number): ContestView => {
    const found = numbers.contests.standings(board.contest, ms)
    const standings = found === null || untold.has(found.phase) ? null : found
    const { floorZone } = roster
    const times = Object.values(standings?.rows ?? {}).flatMap(({ at }) => at ?? [])
    return {
      id: board.id,
      kind: 'contest',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: {
        start: standings && formatDay(floorZone.dayAt(standings.from)),
        end: standings && formatDay(floorZone.dayAt(standings.until - 1) + 1),
        label: standings === null ? '' : datesOf(numbers, standings),
        progress: '',
      },
      changedAt: times.length === 0 ? null : Math.max(...times),
      awaits: null,
      standings: standings && {
        ...standings,
        rows:
          standings.between === 'people' ? namedRows(numbers, standings.rows, facesOf, ms) : standings.rows,
      },
    }
  }

  const { contests } = numbers.model.file
  const metrics = contests.filter(({ id }) => id === board.contest).flatMap(metricsOf)
  return { bases: [touchedContests, ...basesOf(metrics.map((id) => planOf(numbers, id)))], compute }
}

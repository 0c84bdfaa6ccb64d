// Results: for each person or team, what came of it last period, what comes of this one, and what is due in the next.
import type {
  Outlook,
  ResultsBoard,
  ResultsRow,
  ResultsView,
  ThreePeriods,
} from '../../../wire/boards/results-board.ts'
import type { Face, Standing } from '../../../wire/view-parts.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import { basesOf, type MetricPlan } from '../../counting/metric-plan.ts'
import type { Member, SubjectIndex } from '../../people/roster.ts'
import { everybody, type Numbers, type Selection } from '../../standing/numbers.ts'
import { formatDay } from '../../time/calendar-date.ts'
import {
  type BoardSource,
  belongsOn,
  isHereIn,
  lastChange,
  planOf,
  scopeName,
  selectionOf,
  viewMetric,
  viewWindow,
} from '../board-head.ts'
import { createFaces, teamFace } from '../face.ts'
import { createListing } from '../listing.ts'
import { scopeStanding } from '../role-standing.ts'
import { coverageOf } from './coverage.ts'

/** Somebody, or some team, that has a row. */
interface Subject {
  readonly id: string
  readonly subject: SubjectIndex
  /** Null for a team. */
  readonly member: Member | null
  readonly face: Face
}

/** Who has a row at an instant (epoch ms), in order. */
const rowsFor = (
  numbers: Numbers,
  board: ResultsBoard,
  current: WindowSpec,
  within: Selection,
): ((ms: number) => readonly Subject[]) => {
  const { roster } = numbers.model
  if (board.of === 'teams') {
    const teams = roster.teams.flatMap((team, index): Subject[] =>
      team.parent === within.team
        ? [{ id: team.id, subject: team.subject, member: null, face: teamFace(team, index) }]
        : [],
    )
    return () => teams
  }
  const listedIn = createListing(numbers)
  const facesOf = createFaces(roster)
  return (ms) => {
    const listed = listedIn(current, within, ms)
    const faceOf = facesOf(
      listed.map(({ member }) => member),
      ms,
    )
    return listed.map(({ member, index }) => ({
      id: member.id,
      subject: member.subject,
      member,
      face: faceOf(member, index),
    }))
  }
}

/** What is left of a period, today included, as a window of its own. */
export const restOf = (numbers: Numbers, window: WindowSpec, ms: number): WindowSpec => {
  const { from, to } = numbers.daysOf(window, ms)
  return { kind: 'range', from: formatDay(Math.max(from, numbers.todayAt(ms))), to: formatDay(to) }
}

/** Who is not there in a period has no goal in it, and a value only where something was credited to them all the same. */
const absent = (numbers: Numbers, plan: MetricPlan, { value }: Standing): Standing =>
  numbers.standingFor(plan, value === 0 ? null : value, null, 1)

const createIsThere =
  (numbers: Numbers, within: Selection) =>
  (member: Member, window: WindowSpec, ms: number): boolean =>
    isHereIn(numbers, member, numbers.daysOf(window, ms), within)

/** The goals of which a role's is made: those of everybody listed who is there in the period. */
export const createGoalsIn = (numbers: Numbers, within: Selection) => {
  const isThere = createIsThere(numbers, within)
  return (of: MetricPlan, window: WindowSpec, ms: number): readonly (number | null)[] =>
    numbers.model.roster.people
      .filter((member) => belongsOn(numbers, member, window, within, ms) && isThere(member, window, ms))
      .map(({ subject }) => numbers.goalOf(of, window, subject, ms))
}

export const createResultsView = (numbers: Numbers, board: ResultsBoard): BoardSource<ResultsView> => {
  const plan = planOf(numbers, board.metric)
  const pipeline = planOf(numbers, board.pipeline)
  const period = (offset: number): WindowSpec => ({ kind: 'period', grain: board.period, offset })
  const [last, current, next] = [period(-1), period(0), period(1)]
  const within = selectionOf(numbers, board.scope)
  const subjectsAt = rowsFor(numbers, board, current, within)
  const isThere = createIsThere(numbers, within)
  const goalsIn = createGoalsIn(numbers, within)

  /** `standingOf` takes any one subject. */
  const periodsOf = (
    ms: number,
    standingOf: (of: MetricPlan, window: WindowSpec) => Standing,
  ): ThreePeriods => {
    const outlook = (window: WindowSpec): Outlook => {
      const standing = standingOf(plan, window)
      const due = standingOf(pipeline, restOf(numbers, window, ms)).value
      // Where there is nothing to judge yet, nothing is known to be missing.
      const isJudged = standing.goal === null || standing.pace !== null
      const covered = isJudged ? coverageOf(standing, due, board.enough) : { coverage: null, cover: null }
      return { due, ...standing, ...covered }
    }
    return { last: standingOf(plan, last), current: outlook(current), next: outlook(next) }
  }

  const rowOf = ({ subject, member, face }: Subject, place: number, ms: number): ResultsRow => {
    const selection = member ? within : everybody
    const periods = periodsOf(ms, (of, window) => {
      const standing = numbers.standingOf(of, window, subject, ms, selection)
      return member && !isThere(member, window, ms) ? absent(numbers, of, standing) : standing
    })
    return { place, ...face, ...periods }
  }

  const compute = (ms: number): ResultsView => {
    const subjects = subjectsAt(ms)
    return {
      id: board.id,
      kind: 'results',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, current, ms),
      metric: viewMetric(plan),
      changedAt: lastChange(numbers, [plan, pipeline]),
      awaits: numbers.awaits([plan, pipeline]),
      of: board.of,
      period: board.period,
      pipeline: viewMetric(pipeline),
      enough: board.enough,
      last: viewWindow(numbers, last, ms),
      next: viewWindow(numbers, next, ms),
      rows: Object.fromEntries(subjects.map((each, place) => [each.id, rowOf(each, place, ms)])),
      total: periodsOf(ms, (of, window) =>
        scopeStanding(numbers, of, window, within, ms, within.role === null ? [] : goalsIn(of, window, ms)),
      ),
    }
  }

  return { bases: basesOf([plan, pipeline]), compute }
}

// Pipeline hygiene: what is left lying, team by team, and the whole above them.
import type {
  HygieneBoard,
  HygieneCell,
  HygieneColumn,
  HygieneRow,
  HygieneView,
} from '../../../wire/boards/hygiene-board.ts'
import type { ViewWindow } from '../../../wire/view-parts.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import { basesOf, type MetricPlan } from '../../counting/metric-plan.ts'
import { orgSubject, type SubjectIndex, type TeamNode } from '../../people/roster.ts'
import type { Numbers, Selection } from '../../standing/numbers.ts'
import type { DayRange } from '../../time/calendar-date.ts'
import type { Say } from '../../words/say.ts'
import { amountIn } from '../amount-in.ts'
import {
  type BoardSource,
  lastChange,
  planOf,
  scopeName,
  selectionOf,
  viewMetric,
  viewWindow,
  windowOf,
} from '../board-head.ts'
import { createFaces, teamHue } from '../face.ts'
import { createListing } from '../listing.ts'
import { daysBefore } from '../window-before.ts'

/** A line of names under a team has room for as many. */
const mostNamed = 4

export interface Asked {
  readonly plan: MetricPlan
  readonly window: WindowSpec
  readonly compared: HygieneColumn['compared']
}

/**
 * The number before is known only for events, and for deals that were past the line already: those that were put in
 * order since leave no trace in the facts.
 */
const comparedBy = ({ base }: MetricPlan, window: WindowSpec): HygieneColumn['compared'] => {
  if (window.kind === 'older') return 'new'
  return base?.from === 'activity' && window.kind === 'period' && window.offset === 0 ? window.grain : null
}

/** What lies there now, whenever it was begun. */
const isStanding = ({ window }: Asked): boolean => window.kind === 'older' || window.kind === 'all'
const rightNow = (say: Say): ViewWindow => ({
  start: null,
  end: null,
  label: say({ id: 'window.right-now', defaultMessage: 'Right now' }),
  progress: '',
})

export const noDays: DayRange = { from: 0, to: 0 }

const sum = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce((total, amount) => (total === null || amount === null ? null : total + amount), 0)

export const askedOf = (numbers: Numbers, board: HygieneBoard): readonly Asked[] =>
  board.metrics.map((id): Asked => {
    const plan = planOf(numbers, id)
    const window = windowOf(plan.metric.window ?? 'quarter')
    return { plan, window, compared: comparedBy(plan, window) }
  })

/** The days by which something is over the line now and was not at the end of last week. */
export const crossedDays = (numbers: Numbers, window: WindowSpec, ms: number): DayRange => {
  const { calendar } = numbers.model
  const lastWeekEnded = calendar.period('week', numbers.todayAt(ms), 0).from - 1
  return { from: calendar.resolve(window, lastWeekEnded).to, to: numbers.daysOf(window, ms).to }
}

export const createHygieneView = (numbers: Numbers, board: HygieneBoard): BoardSource<HygieneView> => {
  const { model, engine } = numbers
  const { roster, calendar } = model
  const standingNow = rightNow(model.say)
  const within = selectionOf(numbers, board.scope)
  const listedIn = createListing(numbers)
  const facesOf = createFaces(roster)
  const week = windowOf('week')
  const asked = askedOf(numbers, board)
  const plans = asked.map(({ plan }) => plan)

  /** Those named, else those right below the scope, else the scope's own team. */
  const teamsOf = (): readonly TeamNode[] => {
    if (board.teams) return roster.teams.filter(({ id }) => board.teams?.includes(id))
    const below = roster.teams.filter(({ parent }) => parent === within.team)
    return below.length > 0 ? below : roster.teams.filter(({ subject }) => subject === within.team)
  }
  const teams = teamsOf()

  /** Of a team, or of everybody, within the board's role. */
  const amountOf = (plan: MetricPlan, team: SubjectIndex | null, days: DayRange): number | null =>
    amountIn(numbers, plan.index, { team, role: within.role }, days)

  const changeOf = (
    { plan, window, compared }: Asked,
    value: number | null,
    team: SubjectIndex | null,
    ms: number,
  ): number | null => {
    if (value === null || compared === null) return null
    const today = numbers.todayAt(ms)
    if (compared === 'new') return amountOf(plan, team, crossedDays(numbers, window, ms))
    const before = amountOf(plan, team, daysBefore(calendar, window, today) ?? noDays)
    return before === null ? null : value - before
  }

  const cellOf = (each: Asked, team: SubjectIndex | null, ms: number): HygieneCell => {
    const { plan, window } = each
    const value = amountOf(plan, team, numbers.daysOf(window, ms))
    const goal = within.role === null ? numbers.goalOf(plan, window, team ?? orgSubject, ms) : null
    const of = [team ?? orgSubject]
    return {
      change: changeOf(each, value, team, ms),
      clear: value === 0 && numbers.isJudged(plan, value, of),
      // What is wanted low is held against the whole goal at any time.
      ...numbers.standingFor(plan, value, goal, 1, of),
    }
  }

  /** Who has most on a team, and how many people besides. */
  const peopleOf = (team: SubjectIndex, ms: number) => {
    if (!board.names) return { people: [], morePeople: 0 }
    const own: Selection = { team, role: within.role }
    const counts = listedIn(week, own, ms).flatMap(({ member, index }) => {
      const { id, subject } = member
      const count =
        sum(
          asked.map(({ plan, window }) =>
            engine.value(plan.index, numbers.cellsOf(subject, numbers.daysOf(window, ms), own)),
          ),
        ) ?? 0
      return count > 0 ? [{ member, index, id, count }] : []
    })
    counts.sort((a, b) => b.count - a.count)
    return {
      people: counts.slice(0, mostNamed),
      morePeople: Math.max(0, counts.length - mostNamed),
    }
  }

  const rowOf = (team: TeamNode, place: number, ms: number) => {
    const { subject, name } = team
    const cells = asked.map((each) => cellOf(each, subject, ms))
    return {
      name,
      hue: teamHue(team, roster.teams.indexOf(team)),
      place,
      total: sum(cells.map(({ value }) => value)),
      clear: cells.every(({ clear }) => clear),
      cells,
      ...peopleOf(subject, ms),
    }
  }

  /** What the teams named come to together has no goal of its own. */
  const totalOf = (each: Asked, at: number, rows: readonly HygieneRow[], ms: number): HygieneCell => {
    if (!board.teams) return cellOf(each, within.team, ms)
    const cells = rows.flatMap(({ cells }) => cells[at] ?? [])
    const value = sum(cells.map((cell) => cell.value))
    const change = each.compared === null ? null : sum(cells.map((cell) => cell.change))
    const clear = cells.length > 0 && value === 0 && cells.some((cell) => cell.clear)
    return { change, clear, ...numbers.standingFor(each.plan, value, null, 1) }
  }

  const compute = (ms: number): HygieneView => {
    const found = teams.map((team, place) => rowOf(team, place, ms))
    const faceOf = facesOf(
      found.flatMap(({ people }) => people.map(({ member }) => member)),
      ms,
    )
    const rows = found.map(
      (row): HygieneRow => ({
        ...row,
        people: row.people.map(({ member, index, id, count }) => ({
          id,
          short: faceOf(member, index).short,
          count,
        })),
      }),
    )
    const today = numbers.todayAt(ms)
    const columns = asked.map(
      (each, at): HygieneColumn => ({
        metric: viewMetric(each.plan),
        ...(each.plan.metric.task !== undefined && { task: each.plan.metric.task }),
        window: each.window.kind === 'all' ? standingNow.label : calendar.label(each.window, today),
        compared: each.compared,
        total: totalOf(each, at, rows, ms),
      }),
    )
    return {
      id: board.id,
      kind: 'hygiene',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: asked.every(isStanding) ? standingNow : viewWindow(numbers, week, ms),
      changedAt: lastChange(numbers, plans),
      awaits: numbers.awaits(plans),
      total: sum(columns.map(({ total }) => total.value)),
      clear: columns.every(({ total }) => total.clear),
      names: board.names,
      columns,
      rows: Object.fromEntries(teams.flatMap(({ id }, at) => (rows[at] ? [[id, rows[at]] as const] : []))),
    }
  }

  return { bases: basesOf(plans), compute }
}

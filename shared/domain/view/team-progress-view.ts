// Team progress: teams side by side, each with its goal, its pace, the line it has drawn so far and its inputs.
import type { z } from 'zod'
import type { TeamProgressBoard } from '../../wire/boards/team-progress.ts'
import type { TeamProgressRow, TeamProgressView } from '../../wire/views/team-progress.ts'
import type { WindowSpec } from '../../wire/window.ts'
import { firstDay } from '../fiscal-calendar.ts'
import { basesOf, type MetricPlan } from '../metric-plan.ts'
import { everybody, type Numbers } from '../numbers.ts'
import type { TeamNode } from '../roster.ts'
import { orgSubject } from '../roster.ts'
import {
  aheadOf,
  type BoardSource,
  lastChange,
  planOf,
  scopeName,
  viewMetric,
  viewWindow,
  windowOf,
} from './board-head.ts'
import { hueAt } from './face.ts'

const mostTrendPoints = 60

export const createTeamProgressView = (
  numbers: Numbers,
  board: z.infer<typeof TeamProgressBoard>,
): BoardSource<TeamProgressView> => {
  const { roster } = numbers.model
  const plan = planOf(numbers, board.metric)
  const window = windowOf(board.window)
  const inputs = board.inputs.map((input) => ({
    plan: planOf(numbers, input.metric),
    window: input.window === undefined ? window : windowOf(input.window),
  }))
  const parent = board.scope.team === undefined ? null : roster.subjectOf(board.scope.team)
  const teams = roster.teams.filter((team) =>
    board.teams ? board.teams.includes(team.id) : team.parent === parent,
  )

  const rowOf = (team: TeamNode, place: number, ms: number): TeamProgressRow => {
    const standing = numbers.standingOf(plan, window, team.subject, ms, everybody)
    return {
      name: team.name,
      hue: hueAt(roster.teams.indexOf(team)),
      place,
      ...standing,
      ahead: aheadOf(plan, standing.value, standing.pace),
      projected: numbers.projectionOf(plan, standing.value, window, team.subject, ms),
      trend: trendOf(numbers, plan, window, team, ms),
      inputs: inputs.map((input) => ({
        value: numbers.standingOf(input.plan, input.window, team.subject, ms, everybody).value,
      })),
    }
  }

  return {
    bases: basesOf([plan, ...inputs.map((input) => input.plan)]),
    compute: (ms) => ({
      id: board.id,
      kind: 'team-progress',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, parent ?? orgSubject, ms),
      metric: viewMetric(plan),
      changedAt: lastChange(numbers, [plan, ...inputs.map((input) => input.plan)]),
      inputs: inputs.map((input) => viewMetric(input.plan)),
      rows: Object.fromEntries(teams.map((team, place) => [team.id, rowOf(team, place, ms)])),
    }),
  }
}

/** The value at the end of each day of the window up to today, thinned evenly; the last point is always today's. */
const trendOf = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  team: TeamNode,
  ms: number,
): number[] => {
  const days = numbers.daysOf(window, team.subject, ms)
  const last = Math.min(numbers.todayOf(team.subject, ms), days.to - 1)
  const count = last - days.from + 1
  if (!(count > 0) || days.from <= firstDay) return []
  const step = Math.max(1, Math.ceil(count / mostTrendPoints))
  const points: number[] = []
  for (let day = last; day >= days.from; day -= step) {
    const value = numbers.engine.value(plan.index, [
      { subject: team.subject, days: { from: days.from, to: day + 1 } },
    ])
    if (value !== null) points.push(value)
  }
  return points.reverse()
}

// Team progress: teams side by side, each with its goal, its pace, the line it has drawn so far and its inputs.
import type {
  TeamProgressBoard,
  TeamProgressRow,
  TeamProgressView,
} from '../../../wire/boards/team-progress-board.ts'
import { basesOf } from '../../counting/metric-plan.ts'
import type { TeamNode } from '../../people/roster.ts'
import { everybody, type Numbers } from '../../standing/numbers.ts'
import {
  aheadOf,
  type BoardSource,
  lastChange,
  otherWindow,
  planOf,
  scopeName,
  viewMetric,
  viewWindow,
  windowOf,
} from '../board-head.ts'
import { teamHue } from '../face.ts'
import { trendOf } from '../trend.ts'

export const createTeamProgressView = (
  numbers: Numbers,
  board: TeamProgressBoard,
): BoardSource<TeamProgressView> => {
  const { roster } = numbers.model
  const plan = planOf(numbers, board.metric)
  const window = windowOf(board.window)
  const inputs = board.inputs.map((input) => ({
    plan: planOf(numbers, input.metric),
    window: input.window ?? board.window,
    span: windowOf(input.window ?? board.window),
  }))
  const parent = board.scope.team === undefined ? null : roster.subjectOf(board.scope.team)
  const teams = roster.teams.filter((team) =>
    board.teams ? board.teams.includes(team.id) : team.parent === parent,
  )

  const rowOf = (team: TeamNode, place: number, ms: number): TeamProgressRow => {
    const standing = numbers.standingOf(plan, window, team.subject, ms, everybody)
    return {
      name: team.name,
      hue: teamHue(team, roster.teams.indexOf(team)),
      place,
      ahead: aheadOf(plan, standing.value, standing.pace),
      projected: numbers.projectionOf(plan, standing.value, window, team.subject, ms),
      trend: trendOf(numbers, plan, window, team.subject, ms),
      inputs: inputs.map((input) => ({
        value: numbers.standingOf(input.plan, input.span, team.subject, ms, everybody).value,
      })),
      ...standing,
    }
  }

  return {
    bases: basesOf([plan, ...inputs.map((input) => input.plan)]),
    compute: (ms) => ({
      id: board.id,
      kind: 'team-progress',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      metric: viewMetric(plan),
      changedAt: lastChange(numbers, [plan, ...inputs.map((input) => input.plan)]),
      awaits: numbers.awaits([plan, ...inputs.map((input) => input.plan)]),
      inputs: inputs.map((input) => ({
        ...viewMetric(input.plan),
        window: otherWindow(numbers, input.window, board.window, ms),
      })),
      rows: Object.fromEntries(teams.map((team, place) => [team.id, rowOf(team, place, ms)])),
    }),
  }
}

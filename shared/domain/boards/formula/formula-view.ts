// Everybody's day by their own plan: what it asks of each step, and what is done.
import type {
  FormulaBoard,
  FormulaColumn,
  FormulaRow,
  FormulaView,
} from '../../../wire/boards/formula-board.ts'
import type { Standing } from '../../../wire/view-parts.ts'
import { basesOf, type MetricPlan } from '../../counting/metric-plan.ts'
import { type Member, stayOn } from '../../people/roster.ts'
import type { Numbers } from '../../standing/numbers.ts'
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
import { plannedFor, plannedStanding, planToday, whyNothing } from '../day-plan.ts'
import { createFaces } from '../face.ts'
import { createListing } from '../listing.ts'

/** One person over their line is no team. */
const leastTeam = 2

const sumOf = (cells: readonly Standing[], part: 'value' | 'goal' | 'pace'): number =>
  cells.reduce((sum, cell) => sum + (cell[part] ?? 0), 0)

/** All for whom something is planned, together. */
const teamOf = (
  numbers: Numbers,
  plan: MetricPlan,
  cells: readonly Standing[],
  members: readonly Member[],
): Standing => {
  const planned = cells.filter(({ goal }) => goal !== null)
  const goal = planned.length === 0 ? null : sumOf(planned, 'goal')
  const share = goal === null || goal === 0 ? 0 : sumOf(planned, 'pace') / goal
  const of = members.map(({ subject }) => subject)
  return numbers.standingFor(plan, goal === null ? null : sumOf(planned, 'value'), goal, share, of)
}

export const createFormulaView = (numbers: Numbers, board: FormulaBoard): BoardSource<FormulaView> => {
  const { roster, file } = numbers.model
  const today = windowOf('day')
  const within = selectionOf(numbers, board.scope)
  const role = board.scope.role ?? ''
  const listedIn = createListing(numbers)
  const facesOf = createFaces(roster)
  const metrics = board.metrics.map((id) => planOf(numbers, id))
  const roleName = file.roles.find(({ id }) => id === role)?.name ?? null

  const teamName = (member: Member, ms: number): string | null => {
    const { team } = stayOn(member, numbers.todayAt(ms))
    return team === null ? null : (roster.teamAt(team)?.name ?? null)
  }

  const compute = (ms: number): FormulaView => {
    const people = listedIn(today, within, ms)
    const faceOf = facesOf(
      people.map(({ member }) => member),
      ms,
    )
    const plans = people.map(({ member }) => planToday(numbers, member, role, ms))
    const standing = plans.filter((plan) => plan !== null)
    const spans = metrics.map(({ metric }) => plannedFor(standing, metric.id))
    const listed = people.map(({ member, index }, place) => {
      const plan = plans[place] ?? null
      const cells = metrics.map((metric, at) =>
        plannedStanding(numbers, plan, metric, member, { of: spans[at] ?? 'day', within, ms }),
      )
      const row: FormulaRow = {
        place,
        role: roleName,
        team: teamName(member, ms),
        cells,
        nothing: cells[0]?.goal == null ? whyNothing(numbers, plan, member, ms) : null,
        ...faceOf(member, index),
      }
      return { id: member.id, row }
    })
    const members = people.map(({ member }) => member)
    const columns = metrics.map((metric, at): FormulaColumn => {
      const cells = listed.flatMap(({ row }) => row.cells[at] ?? [])
      return {
        metric: viewMetric(metric),
        plannedFor: spans[at] ?? 'day',
        team: teamOf(numbers, metric, cells, members),
        atGoal: cells.filter(({ state }) => state === 'reached').length,
        withGoal: cells.filter(({ goal }) => goal !== null).length,
      }
    })
    const [first] = columns
    return {
      id: board.id,
      kind: 'formula',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, today, ms),
      changedAt: lastChange(numbers, metrics),
      awaits: numbers.awaits(metrics),
      show: board.show,
      columns,
      rows: Object.fromEntries(listed.map(({ id, row }) => [id, row])),
      reached: first !== undefined && first.withGoal >= leastTeam && first.atGoal === first.withGoal,
    }
  }

  return { bases: basesOf(metrics), compute }
}

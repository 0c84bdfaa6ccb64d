// Accountability: everybody's inputs beside their goals, for a week that runs, the one before, or up to now.
import type {
  AccountabilityBoard,
  AccountabilityColumn,
  AccountabilityView,
} from '../../../wire/boards/accountability-board.ts'
import type { Standing } from '../../../wire/view-parts.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import { basesOf, type MetricPlan } from '../../counting/metric-plan.ts'
import type { SubjectIndex } from '../../people/roster.ts'
import { wholeAmount } from '../../standing/attainment.ts'
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
import { createFaces } from '../face.ts'
import { createListing } from '../listing.ts'

const periods = { 'this-week': 'week', 'last-week': 'last week', 'mid-week': 'week' } as const

export const periodWindow = ({ period }: Pick<AccountabilityBoard, 'period'>): WindowSpec =>
  windowOf(periods[period])

/** What says how things stand now, such as deals untouched for 14 days, keeps the metric's own window. */
export const ownWindow = ({ metric }: MetricPlan): WindowSpec | null => {
  const window = metric.window === undefined ? null : windowOf(metric.window)
  return window?.kind === 'older' || window?.kind === 'all' ? window : null
}

/** A goal that asks for nothing yet is neither reached nor missed. */
export const isNotDue = ({ value, goal, pace, state }: Standing): boolean =>
  value !== null && goal === 0 && pace !== null && state === null

/** A goal beside which there is nothing to judge yet. */
export const isUnjudged = ({ goal, pace }: Standing): boolean => goal !== null && pace === null

/**
 * The same standing, held against what is due by now: the pace, for counts in whole pieces (half a meeting can not be
 * held), for money in whole minor units.
 */
const dueByNow = (numbers: Numbers, plan: MetricPlan, standing: Standing): Standing => {
  const { value, goal, pace } = standing
  if (goal === null || pace === null || pace === goal) return standing
  const due = Math.min(wholeAmount(pace, plan.metric.unit), goal)
  const held = numbers.standingFor(plan, value, due, 1)
  return due === 0 ? { ...held, attainment: null, state: null } : held
}

export const createAccountabilityView = (
  numbers: Numbers,
  board: AccountabilityBoard,
): BoardSource<AccountabilityView> => {
  const { model } = numbers
  const window = periodWindow(board)
  const within = selectionOf(numbers, board.scope)
  const listedIn = createListing(numbers)
  const facesOf = createFaces(model.roster)
  const asked = board.metrics.map((id) => {
    const plan = planOf(numbers, id)
    return { plan, own: ownWindow(plan) }
  })
  const plans = asked.map(({ plan }) => plan)

  const cellsOf = (subject: SubjectIndex, ms: number): Standing[] =>
    asked.map(({ plan, own }) => {
      const standing = numbers.standingOf(plan, own ?? window, subject, ms, within)
      return board.period === 'mid-week' && own === null ? dueByNow(numbers, plan, standing) : standing
    })

  const compute = (ms: number): AccountabilityView => {
    const people = listedIn(window, within, ms)
    const faceOf = facesOf(
      people.map(({ member }) => member),
      ms,
    )
    const listed = people.map(({ member, index }, place) => ({
      id: member.id,
      row: { place, cells: cellsOf(member.subject, ms), ...faceOf(member, index) },
    }))
    const today = numbers.todayAt(ms)
    const columns = asked.map(({ plan, own }, at): AccountabilityColumn => {
      const withGoal = listed.flatMap(({ row }) => row.cells[at] ?? []).filter(({ goal }) => goal !== null)
      const judged = withGoal.filter((cell) => !isUnjudged(cell))
      const due = judged.filter((cell) => !isNotDue(cell))
      return {
        metric: viewMetric(plan),
        asOf: own === null ? null : model.calendar.label(own, today),
        atGoal: due.filter(({ state }) => state === 'reached').length,
        withGoal: due.length,
        notDue: judged.length - due.length,
        unjudged: withGoal.length - judged.length,
      }
    })
    return {
      id: board.id,
      kind: 'accountability',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      changedAt: lastChange(numbers, plans),
      awaits: numbers.awaits(plans),
      period: board.period,
      columns,
      rows: Object.fromEntries(listed.map(({ id, row }) => [id, row])),
    }
  }

  return { bases: basesOf(plans), compute }
}

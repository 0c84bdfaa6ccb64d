// The countdown: what is left of the scope's goal, how many working days are left for it, what that asks of each.
import type { CountdownAskBoard, CountdownAskView } from '../../../wire/boards/countdown-ask-board.ts'
import { basesOf } from '../../counting/metric-plan.ts'
import { orgSubject } from '../../people/roster.ts'
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
import { createListing } from '../listing.ts'
import { teamStanding } from '../team-standing.ts'
import { rhythmOf } from './rhythm.ts'

export const createCountdownAskView = (
  numbers: Numbers,
  board: CountdownAskBoard,
): BoardSource<CountdownAskView> => {
  const { workingTime } = numbers.model
  const plan = planOf(numbers, board.metric)
  const window = windowOf(board.window)
  const within = selectionOf(numbers, board.scope)
  const subject = within.team ?? orgSubject
  const listedIn = createListing(numbers)

  const compute = (ms: number): CountdownAskView => {
    const goals = listedIn(window, within, ms).map(({ member }) =>
      numbers.goalOf(plan, window, member.subject, ms),
    )
    const { workingDays, isOver, ...standing } = teamStanding(numbers, plan, window, within, ms, goals)
    const all = workingTime.daysIn(numbers.daysOf(window, ms))
    const projected = numbers.projectionOf(plan, standing.value, window, subject, ms)
    return {
      id: board.id,
      kind: 'countdown-ask',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      metric: viewMetric(plan),
      changedAt: lastChange(numbers, [plan]),
      awaits: numbers.awaits([plan]),
      ...standing,
      rhythm: standing.ask && rhythmOf(standing.ask.left, workingDays, plan.metric.unit),
      soFarADay: projected === null || all === 0 ? null : projected / all,
      days: isOver ? { all, left: 0 } : workingDays === null ? null : { all, left: workingDays },
      isOver,
    }
  }

  return { bases: basesOf([plan]), compute }
}

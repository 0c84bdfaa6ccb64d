// Everyone over the line: all who reached their own goal, alike, without ranks.
import type { OverTheLineBoard, OverTheLineView } from '../../../wire/boards/over-the-line-board.ts'
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

export const createOverTheLineView = (
  numbers: Numbers,
  board: OverTheLineBoard,
): BoardSource<OverTheLineView> => {
  const plan = planOf(numbers, board.metric)
  const window = windowOf(board.window)
  const within = selectionOf(numbers, board.scope)
  const listedIn = createListing(numbers)
  const facesOf = createFaces(numbers.model.roster)

  const compute = (ms: number): OverTheLineView => {
    const standings = listedIn(window, within, ms)
      .map(({ member, index }) => ({
        member,
        index,
        standing: numbers.standingOf(plan, window, member.subject, ms, within),
      }))
      .filter(({ standing }) => standing.goal !== null)
    const reached = standings.filter(({ standing }) => standing.state === 'reached')
    const faceOf = facesOf(
      reached.map(({ member }) => member),
      ms,
    )
    const needs = standings.flatMap(({ standing: { state, value, goal, pace } }) =>
      state === 'reached' || value === null || goal === null || pace === null ? [] : Math.abs(goal - value),
    )
    return {
      id: board.id,
      kind: 'over-the-line',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      metric: viewMetric(plan),
      changedAt: lastChange(numbers, [plan]),
      awaits: numbers.awaits([plan]),
      rows: Object.fromEntries(
        reached.map(({ member, index, standing }, place) => [
          member.id,
          { place, ...faceOf(member, index), ...standing },
        ]),
      ),
      withGoal: standings.length,
      nearest: needs.length === 0 ? null : Math.min(...needs),
    }
  }

  return { bases: plan.bases, compute }
}

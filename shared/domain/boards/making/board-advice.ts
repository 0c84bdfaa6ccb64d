// What would make a board say more: looked at on the numbers that stand, before it is saved. It advises; nothing is refused.

import type { BoardAdvice } from '../../../wire/board-draft.ts'
import type { BoardKind, BoardOf } from '../../../wire/boards.ts'
import type { Board, FloorFile } from '../../../wire/floor.ts'
import { parseWindow } from '../../../wire/window.ts'
import { metricIdsOfBoard } from '../../metric-changes/metrics-of-board.ts'
import { orgSubject, type SubjectIndex } from '../../people/roster.ts'
import type { Numbers, Selection } from '../../standing/numbers.ts'
import { isListed, selectionOf, subjectOfScope, windowOf } from '../board-head.ts'
import type { Aim } from './board-form.ts'
import { asksFor, boardForms } from './board-forms.ts'

/** What it holds against goals, each through its window there. */
const aimsOf = <K extends BoardKind>(board: BoardOf<K>, { metrics }: FloorFile): readonly Aim[] => {
  const own = (id: string): string => metrics.find((metric) => metric.id === id)?.window ?? 'quarter'
  return boardForms[board.kind].goals?.aims(board, own) ?? []
}

/** Whose goal it is held against: that of all together, of each team, or of everybody who works there today. */
const subjectsOf = (
  numbers: Numbers,
  board: Board,
  within: Selection,
  listed: readonly SubjectIndex[],
): readonly SubjectIndex[] => {
  const whole = subjectOfScope(within)
  // A role has no goal of its own: its people's add up to one.
  if (whole === null) return listed
  const of = boardForms[board.kind].goals?.of
  if (of === 'all together') return [whole]
  if (of !== 'teams' && !('of' in board && board.of === 'teams')) return listed
  const { teams } = numbers.model.roster
  const below = teams.filter(({ chain }) => whole === orgSubject || chain.includes(whole))
  return [whole, ...below.map(({ subject }) => subject)]
}

const hasGoal = (numbers: Numbers, { metric, window }: Aim, of: readonly SubjectIndex[], ms: number) => {
  const plan = numbers.model.metric(metric)
  const spec = parseWindow(window)
  return plan === null || spec === null || of.some((each) => numbers.goalOf(plan, spec, each, ms) !== null)
}

/** An output, with nothing beside it of what people do for it. */
const isAlone = (board: Board, { metrics }: FloorFile): boolean => {
  if (!('metric' in board) || metrics.find(({ id }) => id === board.metric)?.indicator !== 'output')
    return false
  if (asksFor(board.kind, 'pair')) return !('pair' in board) || board.pair === undefined
  return asksFor(board.kind, 'inputs') && 'inputs' in board && board.inputs.length === 0
}

const sameOf = (board: Board): string => JSON.stringify({ ...board, id: '', title: '' })

/** `board` need not be on the floor. `ms`: epoch ms. In the order of worth. */
export const boardAdvice = (numbers: Numbers, board: Board, ms: number): readonly BoardAdvice[] => {
  const { file, metric: planOf } = numbers.model
  const within = selectionOf(numbers, board.scope)
  const listed = numbers.model.roster.people
    .filter((member) => isListed(numbers, member, windowOf('today'), within, ms))
    .map(({ subject }) => subject)
  const subjects = subjectsOf(numbers, board, within, listed)
  const advice: BoardAdvice[] = []
  const twin = file.boards.find((each) => each.id !== board.id && sameOf(each) === sameOf(board))
  if (twin !== undefined) advice.push({ code: 'twin', metrics: [], board: twin.id })
  if (boardForms[board.kind].listsPeople && listed.length === 0) advice.push({ code: 'nobody', metrics: [] })
  const silent = metricIdsOfBoard(board).filter((id) => {
    const plan = planOf(id)
    return plan !== null && numbers.engine.changedAt(plan.index) === null
  })
  if (silent.length > 0) advice.push({ code: 'no-facts', metrics: [...silent] })
  if (listed.length > 0) {
    const aimless = aimsOf(board, file).filter((aim) => !hasGoal(numbers, aim, subjects, ms))
    if (aimless.length > 0)
      advice.push({ code: 'no-goal', metrics: [...new Set(aimless.map(({ metric }) => metric))] })
  }
  if (isAlone(board, file)) advice.push({ code: 'not-paired', metrics: [] })
  return advice
}

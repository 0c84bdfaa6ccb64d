// What would make a board say more: looked at on the numbers that stand, before it is saved. It advises; nothing is refused.

import type { BoardAdvice } from '../../../wire/board-draft.ts'
import type { BoardKind } from '../../../wire/boards.ts'
import type { Board, FloorFile } from '../../../wire/floor.ts'
import { parseWindow } from '../../../wire/window.ts'
import { metricIdsOfBoard } from '../../metric-changes/metrics-of-board.ts'
import { orgSubject, type SubjectIndex } from '../../people/roster.ts'
import type { Numbers, Selection } from '../../standing/numbers.ts'
import { isListed, selectionOf, windowOf } from '../board-head.ts'
import { asksFor } from './board-forms.ts'

/** Kinds whose goal is set by what they are, or that have none. */
const withoutGoals: ReadonlySet<BoardKind> = new Set([
  'hygiene',
  'funnel',
  'formula',
  'wins',
  'calm',
  'improved',
  'head-to-head',
  'announcement',
  'from-the-top',
  'exceptions',
])
/** Kinds that list no people. */
const withoutPeople: ReadonlySet<BoardKind> = new Set([
  'head-to-head',
  'announcement',
  'from-the-top',
  'calm',
])

interface Shown {
  readonly metric: string
  readonly window: string
}

/** The metrics that have a goal on it, each through its window there. */
const aimed = (board: Board, { metrics }: FloorFile): readonly Shown[] => {
  const own = (id: string): string => metrics.find((metric) => metric.id === id)?.window ?? 'quarter'
  switch (board.kind) {
    case 'accountability':
      return board.metrics.map((metric) => {
        const window = own(metric)
        return { metric, window: parseWindow(window)?.kind === 'period' ? 'week' : window }
      })
    case 'spotlight':
      return board.metrics.map(({ metric, window }) => ({ metric, window: window ?? own(metric) }))
    case 'results':
      return [{ metric: board.metric, window: board.period }]
    case 'leaderboard':
    case 'team-goal':
    case 'over-the-line':
    case 'countdown-ask':
    case 'team-progress':
    case 'birds-eye':
    case 'trend-race':
      return [{ metric: board.metric, window: board.window }]
    default:
      return []
  }
}

/** Everybody who works there today, and the teams whose goal could be meant. */
const subjectsIn = (
  numbers: Numbers,
  board: Board,
  within: Selection,
  ms: number,
): readonly SubjectIndex[] => {
  const { people, teams } = numbers.model.roster
  const listed = people
    .filter((member) => isListed(numbers, member, windowOf('today'), within, ms))
    .map(({ subject }) => subject)
  const above = within.team
  const inScope =
    above === null
      ? [orgSubject, ...teams.map(({ subject }) => subject)]
      : teams.filter(({ chain }) => chain.includes(above)).map(({ subject }) => subject)
  return board.scope.role === undefined ? [...listed, ...inScope] : listed
}

const hasGoal = (numbers: Numbers, { metric, window }: Shown, of: readonly SubjectIndex[], ms: number) => {
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
  const subjects = subjectsIn(numbers, board, within, ms)
  const advice: BoardAdvice[] = []
  const twin = file.boards.find((each) => each.id !== board.id && sameOf(each) === sameOf(board))
  if (twin !== undefined) advice.push({ code: 'twin', metrics: [], board: twin.id })
  const hasPeople = numbers.model.roster.people.some((member) =>
    isListed(numbers, member, windowOf('today'), within, ms),
  )
  if (!withoutPeople.has(board.kind) && !hasPeople) advice.push({ code: 'nobody', metrics: [] })
  const silent = metricIdsOfBoard(board).filter((id) => {
    const plan = planOf(id)
    return plan !== null && numbers.engine.changedAt(plan.index) === null
  })
  if (silent.length > 0) advice.push({ code: 'no-facts', metrics: [...silent] })
  const isByField = 'by' in board && board.kind === 'leaderboard' && board.by !== undefined
  if (hasPeople && !withoutGoals.has(board.kind) && !isByField) {
    const aimless = aimed(board, file).filter((shown) => !hasGoal(numbers, shown, subjects, ms))
    if (aimless.length > 0)
      advice.push({ code: 'no-goal', metrics: [...new Set(aimless.map(({ metric }) => metric))] })
  }
  if (isAlone(board, file)) advice.push({ code: 'not-paired', metrics: [] })
  return advice
}

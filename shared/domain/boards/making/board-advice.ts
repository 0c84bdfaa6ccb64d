// What would make a board say more: looked at on the numbers that stand, before it is saved. It advises; nothing is refused.

import type { BoardAdvice } from '../../../wire/board-draft.ts'
import type { BoardKind } from '../../../wire/boards.ts'
import type { Board, FloorFile } from '../../../wire/floor.ts'
import { parseWindow } from '../../../wire/window.ts'
import { metricIdsOfBoard } from '../../metric-changes/metrics-of-board.ts'
import { orgSubject, type SubjectIndex } from '../../people/roster.ts'
import type { Numbers, Selection } from '../../standing/numbers.ts'
import { isListed, selectionOf, subjectOfScope, windowOf } from '../board-head.ts'
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
  'thanks',
  'exceptions',
  'contest',
  'hall-of-fame',
  'award',
])
/** Kinds that list no people. */
const withoutPeople: ReadonlySet<BoardKind> = new Set([
  'head-to-head',
  'announcement',
  'from-the-top',
  'thanks',
  'hall-of-fame',
  'award',
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

/** Kinds with one goal, to which all add. */
const ofAllTogether: ReadonlySet<BoardKind> = new Set(['team-goal', 'countdown-ask'])
/** Kinds whose rows or cards are teams. */
const ofTeams: ReadonlySet<BoardKind> = new Set(['team-progress', 'birds-eye'])

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
  if (ofAllTogether.has(board.kind)) return [whole]
  if (!ofTeams.has(board.kind) && !('of' in board && board.of === 'teams')) return listed
  const { teams } = numbers.model.roster
  const below = teams.filter(({ chain }) => whole === orgSubject || chain.includes(whole))
  return [whole, ...below.map(({ subject }) => subject)]
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
  const listed = numbers.model.roster.people
    .filter((member) => isListed(numbers, member, windowOf('today'), within, ms))
    .map(({ subject }) => subject)
  const subjects = subjectsOf(numbers, board, within, listed)
  const advice: BoardAdvice[] = []
  const twin = file.boards.find((each) => each.id !== board.id && sameOf(each) === sameOf(board))
  if (twin !== undefined) advice.push({ code: 'twin', metrics: [], board: twin.id })
  if (!withoutPeople.has(board.kind) && listed.length === 0) advice.push({ code: 'nobody', metrics: [] })
  const silent = metricIdsOfBoard(board).filter((id) => {
    const plan = planOf(id)
    return plan !== null && numbers.engine.changedAt(plan.index) === null
  })
  if (silent.length > 0) advice.push({ code: 'no-facts', metrics: [...silent] })
  const isByField = 'by' in board && board.kind === 'leaderboard' && board.by !== undefined
  if (listed.length > 0 && !withoutGoals.has(board.kind) && !isByField) {
    const aimless = aimed(board, file).filter((shown) => !hasGoal(numbers, shown, subjects, ms))
    if (aimless.length > 0)
      advice.push({ code: 'no-goal', metrics: [...new Set(aimless.map(({ metric }) => metric))] })
  }
  if (isAlone(board, file)) advice.push({ code: 'not-paired', metrics: [] })
  return advice
}

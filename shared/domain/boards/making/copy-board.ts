// A board for another team, role or pair of teams: the same questions, asked of others.
import type { Board, FloorFile } from '../../../wire/floor.ts'
import { teamChain } from '../../people/team-chain.ts'
import type { BoardDraft } from './board-draft.ts'
import { draftOf } from './board-lines.ts'

/** Whom a copy is for; with neither, for everybody. */
export interface CopyTarget {
  readonly team: string | null
  readonly role: string | null
}

/** What a copy begins with: its fields, and the board whose other fields it takes over. */
export interface BoardCopy {
  readonly draft: BoardDraft
  readonly base: Board
}

const nameOf = ({ team, role }: CopyTarget, { teams, roles }: FloorFile): string | null =>
  teams.find(({ id }) => id === team)?.name ?? roles.find(({ id }) => id === role)?.name ?? null

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The old name in the title becomes the new one; a title without it has the new one at its end. */
export const copiedTitle = (title: string, old: string | null, young: string | null): string => {
  if (old !== null) {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(old)}(?![\\p{L}\\p{N}])`, 'giu')
    if (whole.test(title)) {
      const named = title.replaceAll(whole, young ?? '').trim()
      return named === '' ? title : named
    }
  }
  return young === null ? title : `${title} · ${young}`
}

/** Cards and rows that name teams of their own are the old ones': a copy has a row for each of its own. */
const withoutRows = (board: Board): Board => {
  if (board.kind === 'team-progress' || board.kind === 'hygiene') {
    const { teams: _, ...rest } = board
    return rest
  }
  if (board.kind !== 'birds-eye') return board
  const { cards: _, ...rest } = board
  return rest
}

const withGoalOf = (board: Board, { team }: CopyTarget): Board => {
  if (board.kind !== 'leaderboard' || board.goalOf === undefined) return board
  const { goalOf: _, ...rest } = board
  // The goal of a chosen team is the old one's; that of the whole floor is everybody's.
  return board.goalOf === 'org' && team === null ? board : rest
}

/** Of a head to head the team takes the first side's place, against one that stands beside it. */
const sidesFor = (board: Board, team: string | null, { teams }: FloorFile): string[] | null => {
  if (board.kind !== 'head-to-head' || team === null) return null
  const own = teams.find(({ id }) => id === team)
  if (own === undefined) return null
  const isRival = (id: string): boolean =>
    id !== team &&
    !teamChain(id, teams).some((each) => each.id === team) &&
    !teamChain(team, teams).some((each) => each.id === id)
  const others = teams.filter(({ id }) => isRival(id))
  const rival = others.find(({ parent }) => parent === own.parent) ?? others[0]
  return rival === undefined ? null : [team, rival.id]
}

export const copyFor = (board: Board, target: CopyTarget, file: FloorFile): BoardCopy => {
  const base = withGoalOf(withoutRows(board), target)
  const before = draftOf(board)
  // A role within a team is the same one within the other; a role of its own was whom the board was about.
  const keepsRole = before.team !== null && target.team !== null
  const sides = sidesFor(board, target.team, file)
  const old =
    board.kind === 'head-to-head'
      ? nameOf({ team: board.sides[0], role: null }, file)
      : nameOf({ team: before.team, role: before.role }, file)
  return {
    base,
    draft: {
      ...before,
      title: copiedTitle(board.title, old, nameOf(target, file)),
      ...(sides === null ? {} : { sides }),
      ...(board.kind === 'head-to-head'
        ? {}
        : { team: target.team, role: keepsRole ? before.role : target.role }),
    },
  }
}

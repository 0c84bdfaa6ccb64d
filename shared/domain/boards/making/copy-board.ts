// A board for another team, role or pair of teams: the same questions, asked of others.
import type { BoardKind, BoardOf } from '../../../wire/boards.ts'
import type { Board, FloorFile } from '../../../wire/floor.ts'
import { teamChain } from '../../people/team-chain.ts'
import type { BoardDraft } from './board-draft.ts'
import type { CopyTarget } from './board-form.ts'
import { asksFor, boardForms } from './board-forms.ts'
import { draftOf } from './board-lines.ts'

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

const takenOver = <K extends BoardKind>(board: BoardOf<K>, target: CopyTarget): Board =>
  boardForms[board.kind].forOthers?.(board, target) ?? board

/** The team takes the first side's place, against one that stands beside it. */
const sidesFor = (team: string | null, { teams }: FloorFile): string[] | null => {
  if (team === null) return null
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
  const before = draftOf(board)
  const title = (old: CopyTarget): string => copiedTitle(board.title, nameOf(old, file), nameOf(target, file))
  const base = takenOver(board, target)
  if (asksFor(board.kind, 'sides')) {
    const old = { team: before.sides[0] ?? null, role: null }
    const sides = sidesFor(target.team, file) ?? before.sides
    return { base, draft: { ...before, title: title(old), sides } }
  }
  // A role within a team is the same one within the other; a role of its own was whom the board was about.
  const keepsRole = before.team !== null && target.team !== null
  const role = keepsRole ? before.role : target.role
  return { base, draft: { ...before, title: title(before), team: target.team, role } }
}

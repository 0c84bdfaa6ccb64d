// The boards that somebody may see.
import type { Board } from '../../../shared/wire/floor.ts'
import type { Access } from '../access/access.ts'
import { ownScreenOf, type Principal } from '../access/principal.ts'
import { seesBoard } from '../access/private-views.ts'
import type { ApiParts } from './api-parts.ts'

interface BoardsForParts {
  readonly floor: Pick<ApiParts['floor'], 'current' | 'stage'>
  readonly access: Pick<Access, 'audiences'>
}

export const createBoardsFor =
  ({ floor, access }: BoardsForParts) =>
  async (principal: Principal): Promise<readonly Board[]> => {
    const audiences = await access.audiences(principal)
    const { boards, teams } = floor.current().file
    const own = ownScreenOf(principal)
    // The TV of one screen reads what is on that screen.
    const shown =
      own === null
        ? null
        : new Set(
            Object.values(floor.stage(own, '').playlists).flatMap((list) => list.map(({ board }) => board)),
          )
    return boards.filter(
      (board) => seesBoard(principal, audiences, board, teams) && shown?.has(board.id) !== false,
    )
  }

// The boards that a one-to-one goes through, besides the person's own chain.
import type { OneToOneBoard } from '../../../shared/wire/coaching.ts'
import type { Board, FloorFile } from '../../../shared/wire/floor.ts'
import { isWithin } from '../access/private-views.ts'

/**
 * Of all one-to-ones of the floor that are for somebody of this team (null: of none), each board once and in its order.
 * `sees`: whether whoever coaches them may see it.
 */
export const oneToOneBoards = (
  { cadences, boards, teams }: Pick<FloorFile, 'cadences' | 'boards' | 'teams'>,
  team: string | null,
  sees: (board: Board) => boolean,
): readonly OneToOneBoard[] => {
  const ids = cadences
    .filter(({ oneToOnes }) => oneToOnes === true)
    .filter(({ team: whose }) => whose === undefined || (team !== null && isWithin(team, [whose], teams)))
    .flatMap((cadence) => cadence.boards)
  return [...new Set(ids)].flatMap((id) => {
    const board = boards.find((each) => each.id === id)
    return board && sees(board) ? [{ id, title: board.title }] : []
  })
}

// A board that is being made, drawn with the numbers that stand. Nothing of it is kept.
import type { z } from 'zod'
import { createBoardView } from '../../../shared/domain/boards/board-view.ts'
import { boardAdvice } from '../../../shared/domain/boards/making/board-advice.ts'
import { draftFaults } from '../../../shared/domain/boards/making/board-choices.ts'
import {
  audiencesByMetric,
  metricIdsOfBoard,
} from '../../../shared/domain/metric-changes/metrics-of-board.ts'
import { teamChain } from '../../../shared/domain/people/team-chain.ts'
import { draftStageOf } from '../../../shared/domain/screens/preview-stage.ts'
import type { BoardPreviewAnswer, BoardPreviewRequest } from '../../../shared/wire/board-draft.ts'
import type { BoardKind, BoardOf } from '../../../shared/wire/boards.ts'
import { Board, type FloorFile } from '../../../shared/wire/floor.ts'
import type { Clock } from '../clock.ts'
import { faultsIn } from '../floor-file/issue-sentences.ts'
import type { LiveFloor } from '../fold/live-floor.ts'

export interface BoardPreviewParts {
  readonly floor: Pick<LiveFloor, 'numbers'>
  readonly clock: Clock
}

export interface Viewer {
  /** Whether they may see such a board. */
  readonly sees: (board: Board) => boolean
  /** The teams that they manage; null for all. */
  readonly teams: readonly string[] | null
}

export type BoardPreview = (asked: z.output<typeof BoardPreviewRequest>, viewer: Viewer) => BoardPreviewAnswer

const refused = (faults: BoardPreviewAnswer['faults']): BoardPreviewAnswer => ({
  faults,
  shown: null,
  advice: [],
})

const unseen = {
  at: 'scope',
  message: 'is none of the boards that you may see; choose another audience, or one of your own teams',
}

/**
 * A preview leaves no trace, so that it shows a manager of named teams nothing of other people but what walls show anyway:
 * metrics that are on a board for the floor.
 */
const isOpenTo = (board: Board, file: FloorFile, own: readonly string[] | null): boolean => {
  const { team } = board.scope
  if (own === null || (team !== undefined && teamChain(team, file.teams).some(({ id }) => own.includes(id))))
    return true
  const audiences = audiencesByMetric(file)
  return metricIdsOfBoard(board).every((metric) => audiences.get(metric) === 'floor')
}

const unknownScope = (board: Board, { teams, roles }: FloorFile): BoardPreviewAnswer['faults'] => {
  const isKnown = (id: string | undefined, all: readonly { readonly id: string }[]): boolean =>
    id === undefined || all.some((each) => each.id === id)
  return isKnown(board.scope.team, teams) && isKnown(board.scope.role, roles)
    ? []
    : [{ at: 'scope', message: 'is a team or role that the floor does not have' }]
}

export const createBoardPreview =
  ({ floor, clock }: BoardPreviewParts): BoardPreview =>
  ({ board: lines }, { sees, teams }) => {
    const parsed = Board.safeParse(lines)
    if (!parsed.success)
      return refused(
        faultsIn(parsed.error).map(({ path, message }) => ({ at: String(path[0] ?? ''), message })),
      )
    const board: BoardOf<BoardKind> = parsed.data
    const numbers = floor.numbers()
    const { file } = numbers.model
    if (!sees(board) || !isOpenTo(board, file, teams)) return refused([unseen])
    const faults = [...unknownScope(board, file), ...draftFaults(board, file)]
    if (faults.length > 0) return refused(faults)
    const now = clock.now()
    return {
      faults: [],
      shown: {
        stage: draftStageOf(numbers.model, board.id, now),
        view: createBoardView(numbers, board).compute(now),
      },
      advice: [...boardAdvice(numbers, board, now)],
    }
  }

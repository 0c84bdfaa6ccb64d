// A board that is being made, as it would look with the numbers that stand.
import type { FastifyInstance } from 'fastify'
import { BoardPreviewAnswer, BoardPreviewRequest } from '../../../shared/wire/board-draft.ts'
import { seesBoard } from '../access/private-views.ts'
import { createBoardPreview } from '../edits/board-preview.ts'
import type { ApiParts } from './api-parts.ts'
import { refusalIn } from './refusals/refusal-words.ts'
import { routeSchema } from './route-schema.ts'

export const boardPreviewRoutes =
  ({ floor, clock, identity: { access }, rightsOf }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    const preview = createBoardPreview({ floor, clock })
    app.post(
      '/api/v1/boards/preview',
      {
        schema: routeSchema('How a board would look that is being made, and what would make it say more', {
          body: BoardPreviewRequest,
          answer: BoardPreviewAnswer,
        }),
      },
      async ({ body, principal, headers }): Promise<BoardPreviewAnswer> => {
        const asked = BoardPreviewRequest.parse(body)
        const audiences = await access.audiences(principal)
        const { teams } = floor.current().file
        const answer = preview(asked, {
          sees: (board) => seesBoard(principal, audiences, board, teams),
          teams: (await rightsOf(principal)).teams,
        })
        const faults = answer.faults.map((each) => ({
          ...each,
          message: refusalIn(headers['accept-language'], each.message),
        }))
        return { ...answer, faults }
      },
    )
  }

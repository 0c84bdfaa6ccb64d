// What the routes that change the floor share.
import type { FastifyRequest } from 'fastify'
import { byOf } from '../access/principal.ts'
import { createPieceEditor, type EditorRole, type PieceEditor } from '../edits/edit-pieces.ts'
import { createFloorHistory, type FloorHistory } from '../edits/floor-history.ts'
import { StaleFloor } from '../store/log.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { isConfirmed } from './confirmed-unassigned.ts'

export interface Editing {
  readonly editor: PieceEditor
  readonly history: FloorHistory
  whoIn(request: FastifyRequest): Promise<EditorRole>
  /** A stale edit is answered with what happened since. */
  answering<T>(seen: number, work: Promise<T>): Promise<T>
}

export const createEditing = (parts: ApiParts): Editing => {
  const { floor } = parts
  const history = createFloorHistory({ ...parts, current: () => floor.current() })
  return {
    editor: createPieceEditor(parts),
    history,
    whoIn: async ({ principal, query }) => ({
      by: byOf(principal),
      rights: await parts.rightsOf(principal),
      isConfirmed: isConfirmed(query),
    }),
    answering: async (seen, work) => {
      try {
        return await work
      } catch (error) {
        if (!(error instanceof StaleFloor)) throw error
        throw new ApiError(
          'stale-floor',
          'The floor was changed since you saw it; nothing of yours was changed.',
          { version: floor.current().version, history: await history.since(seen) },
        )
      }
    },
  }
}

// What a TV draws: one view per board, computed once in the feed, plain JSON, complete without any other message.
import { z } from 'zod'
import { boardContracts } from './boards.ts'
import { nonEmpty } from './non-empty.ts'

export const BoardView = z.discriminatedUnion('kind', nonEmpty(boardContracts.map(({ view }) => view)))
export type BoardView = z.infer<typeof BoardView>

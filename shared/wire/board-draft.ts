// A board that is being made: `POST /api/v1/boards/preview`. Nothing of it is kept.
import { z } from 'zod'
import { StageMessage } from './socket.ts'
import { Slug } from './text.ts'
import { BoardView } from './view.ts'

/** Its lines, as `POST /api/v1/floor/edits` would add them. */
export const BoardPreviewRequest = z.strictObject({ board: z.looseObject({ id: Slug, kind: z.string() }) })

/**
 * `twin`: the board `board` of the floor is the same. `nobody`: no one works there today. `no-facts`: nothing has come in for
 * a metric, ever. `no-goal`: nobody on it has a goal for it in its window. `not-paired`: an output without the input that
 * leads to it.
 */
export const BoardAdviceCode = z.enum(['twin', 'nobody', 'no-facts', 'no-goal', 'not-paired'])
export type BoardAdviceCode = z.infer<typeof BoardAdviceCode>

export const BoardAdvice = z.object({
  code: BoardAdviceCode,
  /** What it is about; empty where it is about the board. */
  metrics: z.array(Slug),
  board: Slug.optional(),
})
export type BoardAdvice = z.infer<typeof BoardAdvice>

/** What a page of the TV in a frame of the console is told to draw. */
export const DrawnBoard = z.object({ stage: StageMessage, view: BoardView })
export type DrawnBoard = z.infer<typeof DrawnBoard>

/** What it says to the console: that it listens, and, each time it draws, on how many pages of its shape. */
export const DrawnSays = z.object({ board: z.enum(['listening', 'drawn']), pages: z.int() })
export type DrawnSays = z.infer<typeof DrawnSays>

/** `shown`: how it would look now, for a page of the TV to draw; null where the floor would refuse it. */
export const BoardPreviewAnswer = z.object({
  /** What the floor would refuse, by the key that it is about, in the floor file's words. */
  faults: z.array(z.object({ at: z.string(), message: z.string() })),
  shown: DrawnBoard.nullable(),
  advice: z.array(BoardAdvice),
})
export type BoardPreviewAnswer = z.infer<typeof BoardPreviewAnswer>

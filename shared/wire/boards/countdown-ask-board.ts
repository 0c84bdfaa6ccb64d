// What is left of a goal and of the time for it, and what that asks of each working day.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { metricHead, Standing, TeamAsk } from '../view-parts.ts'
import { WindowText } from '../window.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const CountdownAskBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('countdown-ask'),
  metric: Slug,
  /** With a last day, to which is counted. */
  window: WindowText,
})
export type CountdownAskBoard = z.infer<typeof CountdownAskBoard>

/** So much in so many working days: 1.4 in one day, or 1 in four. */
export const Rhythm = z.object({ amount: z.number(), days: z.int() })
export type Rhythm = z.infer<typeof Rhythm>

/** What a TV gets. */
export const CountdownAskView = z.object({
  ...metricHead,
  kind: z.literal('countdown-ask'),
  ...Standing.shape,
  /** Value less pace. */
  ahead: z.number().nullable(),
  /** What is left for each; null where nothing is left, nobody is there, the window is over, or less is better. */
  ask: TeamAsk.nullable(),
  /** What is left for all together, by the working day; null where `ask` is, or no working day is left. */
  rhythm: Rhythm.nullable(),
  /** What a working day has brought so far, on average; null before a tenth of the working time is over. */
  soFarADay: z.number().nullable(),
  /** Working days of the window, and those left of them, today included; null where it has no end, or moves with today. */
  days: z.object({ all: z.int(), left: z.int() }).nullable(),
  isOver: z.boolean(),
})
export type CountdownAskView = z.infer<typeof CountdownAskView>

export const countdownAsk = { board: CountdownAskBoard, view: CountdownAskView }

// What makes a playlist a wall that people work by, and not wallpaper: `GET /api/v1/playlists/{id}/advice`.
import { z } from 'zod'
import { FloorEdit } from './floor-edits.ts'
import { Slug } from './text.ts'

/**
 * `no-inputs`, `no-outputs`: it shows one side only. `no-goal`: a metric on it has none. `no-team-goal`: nothing that
 * everybody adds to. `private`: a board that walls do not show. `stale`: a metric for which nothing came for long.
 * `unchanged`: neither it nor its boards were changed for weeks. `too-short`: a board is on for less time than it takes
 * to read.
 */
export const AdviceCode = z.enum([
  'no-inputs',
  'no-outputs',
  'no-goal',
  'no-team-goal',
  'private',
  'stale',
  'unchanged',
  'too-short',
])
export type AdviceCode = z.infer<typeof AdviceCode>

export const PlaylistAdvice = z.object({
  code: AdviceCode,
  /** A sentence. */
  message: z.string(),
  /** What it is about. */
  boards: z.array(Slug),
  metrics: z.array(Slug),
  /** Edits that follow the advice, for one click; null where somebody has to decide more than that. */
  fix: z.array(FloorEdit).nullable(),
})
export type PlaylistAdvice = z.infer<typeof PlaylistAdvice>

/** How often a board comes round. A board that is in the playlist twice is one. */
export const BoardInLap = z.object({ board: Slug, secondsALap: z.int(), timesAnHour: z.number() })
export type BoardInLap = z.infer<typeof BoardInLap>

/** `version` is that of the floor which was looked at: the fixes are edits of it. Advice never blocks. */
export const AdviceAnswer = z.object({
  version: z.int(),
  lapSeconds: z.int(),
  boards: z.array(BoardInLap),
  advice: z.array(PlaylistAdvice),
})

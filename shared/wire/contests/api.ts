// What the console asks of contests. They are made, changed and removed as pieces of the floor file (`floor-edits.ts`).
import { z } from 'zod'
import { Contest } from './contest.ts'
import { ContestStandings } from './standings.ts'

/** What makes a contest unfair, or go unseen: a sentence each. `id` names the guard. */
export const ContestWarning = z.object({
  id: z.enum([
    'same-winners',
    'empty-activity',
    'out-of-reach',
    'ends-on-holiday',
    'no-screen',
    'nobody',
    'too-short',
    'no-prize',
  ]),
  says: z.string(),
})
export type ContestWarning = z.infer<typeof ContestWarning>

/** `GET /api/v1/contests`: those that run first, then those that come, then the others, the latest first. */
export const ContestsAnswer = z.object({
  contests: z.array(z.object({ contest: Contest, standings: ContestStandings })),
  /** Final ones, the latest first, at most 50: also of contests that the floor no longer has. */
  ended: z.array(ContestStandings),
})
export type ContestsAnswer = z.infer<typeof ContestsAnswer>

/** `POST /api/v1/contests/try`: how it would have ended four weeks earlier; nothing is kept. */
export const ContestTryRequest = z.strictObject({ contest: Contest })
export type ContestTryRequest = z.infer<typeof ContestTryRequest>

export const ContestTryAnswer = z.object({
  /** Its end, four weeks before its own, or the last such time whose facts are there. */
  past: ContestStandings,
  warnings: z.array(ContestWarning),
})
export type ContestTryAnswer = z.infer<typeof ContestTryAnswer>

// One contest: who stands where, how long it goes on, and what it takes to move up; its drawing follows how it is won.
import { z } from 'zod'
import { ContestStandings } from '../contests/standings.ts'
import { Slug } from '../text.ts'
import { viewHead } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const ContestBoard = z.strictObject({ ...boardHead, kind: z.literal('contest'), contest: Slug })
export type ContestBoard = z.infer<typeof ContestBoard>

/** What a TV gets. `standings` null: the contest is a draft, or was called off. */
export const ContestView = z.object({
  ...viewHead,
  kind: z.literal('contest'),
  standings: ContestStandings.nullable(),
})
export type ContestView = z.infer<typeof ContestView>

export const contest = { board: ContestBoard, view: ContestView }

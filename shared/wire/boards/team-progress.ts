// Team progress in the floor file.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { WindowText } from '../window.ts'
import { boardHead, Paired } from './board-parts.ts'

export const TeamProgressBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('team-progress'),
  metric: Slug,
  window: WindowText,
  /** Left out: the teams at the top, or those right below the scope's team. */
  teams: z.array(Slug).min(1).optional(),
  /** Shown beneath each bar, up to three. */
  inputs: z.array(Paired).max(3).default([]),
})

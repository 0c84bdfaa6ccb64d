// A funnel in the floor file: how deals come through the floor's stages.
import { z } from 'zod'
import { WindowText } from '../window.ts'
import { boardHead } from './board-parts.ts'

export const FunnelBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('funnel'),
  /** A period, or the last days: something that has a window before it. */
  window: WindowText.default('quarter'),
})

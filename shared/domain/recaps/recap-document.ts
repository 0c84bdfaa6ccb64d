// A recap in words, before it is laid out: built once, kept with its letter, and drawn as HTML and as text when it is sent.
import { z } from 'zod'

/** `share`: of a goal, 1 is the goal; null draws no bar. `reached`: whether it was. */
export const RecapRow = z.object({
  kind: z.literal('row'),
  label: z.string(),
  value: z.string(),
  detail: z.string().nullable(),
  share: z.number().nullable(),
  reached: z.boolean(),
})
export type RecapRow = z.infer<typeof RecapRow>

/** A sentence; `by`: what stands below it in small. `quoted`: somebody's own words. */
export const RecapLine = z.object({
  kind: z.literal('line'),
  text: z.string(),
  by: z.string().nullable(),
  quoted: z.boolean(),
})
export type RecapLine = z.infer<typeof RecapLine>

export const RecapSection = z.object({
  heading: z.string(),
  items: z.array(z.discriminatedUnion('kind', [RecapRow, RecapLine])).min(1),
})
export type RecapSection = z.infer<typeof RecapSection>

export const RecapDocument = z.object({
  /** Small, over the title: "Week of Nov 16". */
  over: z.string(),
  title: z.string(),
  /** What matters most, in a sentence. */
  lead: z.string(),
  sections: z.array(RecapSection),
  /** What the button to the console is called. */
  action: z.string(),
  /** Why one gets it. */
  foot: z.string(),
  direction: z.enum(['ltr', 'rtl']),
})
export type RecapDocument = z.infer<typeof RecapDocument>

// What everybody should know.
import { z } from 'zod'
import { viewHead } from '../view-parts.ts'

/** Letters of one look. A line break is a "\n". */
export const TextRun = z.object({ text: z.string(), bold: z.boolean(), italic: z.boolean() })
export type TextRun = z.infer<typeof TextRun>

/** `level` 0 is the outermost list; `mark` is "•" or a number: "3.". */
export const TextItem = z.object({ level: z.int().min(0).max(2), mark: z.string(), runs: z.array(TextRun) })
export type TextItem = z.infer<typeof TextItem>

/** Text as a wall draws it: a flat list, with nothing in it but letters. */
export const TextBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), runs: z.array(TextRun) }),
  z.object({ kind: z.literal('paragraph'), runs: z.array(TextRun) }),
  z.object({ kind: z.literal('list'), items: z.array(TextItem) }),
])
export type TextBlock = z.infer<typeof TextBlock>

export const Countdown = z.object({
  /** Epoch ms. */
  to: z.number(),
  /** What is said from then on; null: nothing. */
  afterwards: z.string().nullable(),
})
export type Countdown = z.infer<typeof Countdown>

export const AnnouncementView = z.object({
  ...viewHead,
  kind: z.literal('announcement'),
  text: z.array(TextBlock),
  picture: z.string().nullable(),
  video: z.string().nullable(),
  countdown: Countdown.nullable(),
})
export type AnnouncementView = z.infer<typeof AnnouncementView>

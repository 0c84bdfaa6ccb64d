// What everybody should know.
import { z } from 'zod'
import { PictureAddress, VideoAddress } from '../media-address.ts'
import { Name, When } from '../text.ts'
import { viewHead } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

const wallClockPattern = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):[0-5]\d$/

/** What a clock on the wall will show then, `2026-12-31 17:30`; an instant with its offset; or a date, its first moment. */
export const CountdownTo = z
  .string()
  .refine(
    (text) => When.safeParse(wallClockPattern.test(text) ? text.slice(0, 10) : text).success,
    'must be a date and time such as 2026-12-31 17:30, a date, or an instant such as 2026-12-31T22:30:00Z',
  )

/** In the floor file. */
export const AnnouncementBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('announcement'),
  /** Markdown. */
  text: z.string().trim().min(1).max(2000, 'a wall is no page: at most 2,000 characters').optional(),
  picture: PictureAddress.optional(),
  /** Plays without sound, again and again; the picture stands in for it. */
  video: VideoAddress.optional(),
  countdownTo: CountdownTo.optional(),
  /** What stands in the countdown's place when it is over; left out, nothing does. */
  afterwards: Name.optional(),
})
export type AnnouncementBoard = z.infer<typeof AnnouncementBoard>

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

/** What a TV gets. */
export const AnnouncementView = z.object({
  ...viewHead,
  kind: z.literal('announcement'),
  text: z.array(TextBlock),
  picture: z.string().nullable(),
  video: z.string().nullable(),
  countdown: Countdown.nullable(),
})
export type AnnouncementView = z.infer<typeof AnnouncementView>

export const announcement = { board: AnnouncementBoard, view: AnnouncementView }

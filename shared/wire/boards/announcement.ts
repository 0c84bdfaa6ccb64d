// An announcement in the floor file: what everybody should know.
import { z } from 'zod'
import { PictureAddress, VideoAddress } from '../media-address.ts'
import { Name, When } from '../text.ts'
import { boardHead } from './board-parts.ts'

const wallClockPattern = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):[0-5]\d$/

/** What a clock on the wall will show then, `2026-12-31 17:30`; an instant with its offset; or a date, its first moment. */
export const CountdownTo = z
  .string()
  .refine(
    (text) => When.safeParse(wallClockPattern.test(text) ? text.slice(0, 10) : text).success,
    'must be a date and time such as 2026-12-31 17:30, a date, or an instant such as 2026-12-31T22:30:00Z',
  )

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

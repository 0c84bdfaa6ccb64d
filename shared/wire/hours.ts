// Times of the day, as floor files write them.
import { z } from 'zod'

/** A wall-clock time, `09:00` to `24:00`. */
export const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time such as 08:30')

/** Hours that end before they begin, such as 18:30 to 08:00, run past midnight and end on the next day. */
export const Hours = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine(
    ({ from, to }) => from !== to,
    'must end at another time than they begin; a whole day is 00:00 to 24:00',
  )
  .refine(({ from }) => from !== '24:00', 'must begin before 24:00')
export type Hours = z.infer<typeof Hours>

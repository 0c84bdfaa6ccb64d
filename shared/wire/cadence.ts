// The meetings of the week, the month and the quarter: what is gone through, when, and who leads it.
import { z } from 'zod'
import { TimeOfDay } from './hours.ts'
import { Name, Slug } from './text.ts'

export const cadenceRhythms = ['week', 'month', 'quarter'] as const

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

const Weekday = z.enum(weekdays)

/** The 1st, 2nd, … working day of a month or a quarter; −1 is its last one. */
const WorkingDay = z
  .int('must be a number of working days, such as 1 for the first or -1 for the last')
  .min(-20)
  .max(20)
  .refine((day) => day !== 0, 'counts from 1, or from -1 for the last one')

/** A meeting that comes again. Its boards are gone through in their order. */
export const Cadence = z
  .strictObject({
    id: Slug,
    name: Name,
    every: z.enum(cadenceRhythms).default('week'),
    /** Of a week a weekday, Monday when left out; of a month or a quarter a working day, the first when left out. */
    day: z.union([Weekday, WorkingDay]).optional(),
    /** By the floor's clock. */
    at: TimeOfDay.default('09:00'),
    /** The person of the floor who leads it. */
    owner: Slug.optional(),
    /** Whose it is: that team's and those below it. Left out, the whole floor's. */
    team: Slug.optional(),
    /** One-to-ones: each person by themselves, on the coach's desk and never on a wall. */
    oneToOnes: z.literal(true).optional(),
    boards: z.array(Slug).max(40).default([]),
  })
  .refine(({ every, day }) => day === undefined || (every === 'week') === (typeof day === 'string'), {
    path: ['day'],
    message:
      'of a week is a weekday such as monday; of a month or a quarter the number of a working day, such as 1',
  })
  .refine(({ boards, oneToOnes }) => oneToOnes === true || boards.length > 0, {
    path: ['boards'],
    message: 'needs at least one board to go through',
  })
export type Cadence = z.infer<typeof Cadence>

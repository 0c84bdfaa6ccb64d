// The floor file's rules of what is off, with a rep or with a deal. Nothing of them is ever on a wall.
import { z } from 'zod'
import { Condition } from './condition.ts'
import { Name, Slug } from './text.ts'
import { WindowText } from './window.ts'

const Days = z.int('must be a number of days').min(0).max(3650)

/** Whether one of several tests is there, and no other. */
const isOneOf =
  (...tests: readonly string[]) =>
  (entry: object): boolean =>
    tests.filter((test) => Reflect.get(entry, test) !== undefined).length === 1

/** Of open deals. Dates are local ones, where the deal's owner is. */
export const DealTest = z
  .strictObject({
    /** More than so many days past the date on which it was to close. */
    overdue: Days.optional(),
    /** More than so many days without an activity. */
    untouched: Days.optional(),
    /** More than so many days in its stage. */
    inStage: Days.optional(),
    /** More than so many days longer in its stage than deals take on average. */
    overAverage: Days.optional(),
    /** `amount`, `expectedCloseOn`, or a field of the source's own, such as `fields.nextStepOn`. */
    missing: z.string().min(1).max(120).optional(),
    /** Only deals that pass all of these. */
    where: z.array(Condition).max(20).default([]),
  })
  .refine(
    isOneOf('overdue', 'untouched', 'inStage', 'overAverage', 'missing'),
    'needs exactly one of overdue, untouched, inStage, overAverage, missing',
  )
export type DealTest = z.infer<typeof DealTest>

const Weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])

/** A time of the week, by the clock of the rep's own office. */
export const Deadline = z.strictObject({
  day: Weekday,
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 11:00'),
})
export type Deadline = z.infer<typeof Deadline>

const Value = z.number().min(0).max(1e12)

/** Of a metric of each rep. Money is in whole units, percent a fraction. */
export const RepTest = z
  .strictObject({
    metric: Slug,
    window: WindowText,
    below: Value.optional(),
    above: Value.optional(),
    /** Well behind their own goal in so many windows in a row. */
    wellBehind: z.int().min(1).max(8).optional(),
    /** Of `below` in a week: judged from then until the week ends. */
    by: Deadline.optional(),
  })
  .refine(isOneOf('below', 'above', 'wellBehind'), 'needs exactly one of below, above, wellBehind')
export type RepTest = z.infer<typeof RepTest>

/** Fewer working days say nothing of anybody (METRICS, “Flags”). */
const leastDays = 10
/** A rate that rests on fewer attempts is not used, as in formulas. */
const usualLeast = 20

/** Busy, not productive: much of what is in the rep's hands, and next to nothing of what should come of it. */
export const BusyTest = z.strictObject({
  input: Slug,
  outcome: Slug,
  /** Working days before today that are looked at. */
  days: z.int().min(leastDays).max(60).default(leastDays),
  /** Fewer of the input say nothing. */
  least: z.int().min(1).max(10_000).default(usualLeast),
})
export type BusyTest = z.infer<typeof BusyTest>

/** About to lose momentum: less activity a working day than their own of the eight weeks before. */
export const MomentumTest = z.strictObject({
  metric: Slug,
  /** Working days before today that are looked at. */
  days: z.int().min(3).max(20).default(5),
  /** Below this share of their own. */
  under: z.number().gt(0).max(1).default(0.6),
})
export type MomentumTest = z.infer<typeof MomentumTest>

export const exceptionTests = ['deal', 'rep', 'busy', 'momentum'] as const

export const ExceptionRule = z
  .strictObject({
    id: Slug,
    name: Name,
    deal: DealTest.optional(),
    rep: RepTest.optional(),
    busy: BusyTest.optional(),
    momentum: MomentumTest.optional(),
    /** Only people on this team, or one below it, and their deals. */
    team: Slug.optional(),
    role: Slug.optional(),
    /** Who hears of it by mail when it begins, once a week at most. */
    tell: z
      .array(z.enum(['rep', 'manager']))
      .max(2)
      .default([]),
  })
  .refine(isOneOf(...exceptionTests), `needs exactly one of ${exceptionTests.join(', ')}`)
export type ExceptionRule = z.infer<typeof ExceptionRule>

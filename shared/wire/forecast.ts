// How a team's period will probably end, as a range: `/api/v1/forecast`. For those who see the team's numbers; never of one
// person, and never on a wall.
import { z } from 'zod'
import { Slug } from './text.ts'
import { ViewMetric, ViewWindow } from './view-parts.ts'

export const ForecastPeriod = z.enum(['this', 'next'])
export type ForecastPeriod = z.infer<typeof ForecastPeriod>

/** Without a team, the whole floor where the caller sees it, else the first of their teams. */
export const ForecastQuery = z.strictObject({
  team: Slug.optional(),
  period: ForecastPeriod.default('this'),
})

/** What is reached in one, five and nine of ten cases; what came in already is part of it. Money in minor units. */
export const ForecastRange = z.object({ p10: z.number(), p50: z.number(), p90: z.number() })
export type ForecastRange = z.infer<typeof ForecastRange>

const RestsOn = z.discriminatedUnion('method', [
  /** What came in over the working days before. */
  z.object({ method: z.literal('run-rate'), amount: z.number(), workingDays: z.int() }),
  z.object({
    method: z.literal('pipeline'),
    /**
     * Open deals by stage, null where it is not known. Of `seen` earlier ones, a deal once for each week it was there, `won`
     * were won in the time that there is.
     */
    stages: z.array(z.object({ stage: z.string().nullable(), open: z.int(), seen: z.int(), won: z.int() })),
    /** What open deals bring, and deals that are not there yet; the latter may be below 0. */
    ofOpen: z.number(),
    ofNew: z.number(),
  }),
  /** What came in in the same weeks of earlier periods, the nearest first. */
  z.object({ method: z.literal('same-weeks'), amounts: z.array(z.number()) }),
])

export const NoMethod = z.enum([
  'too short',
  'no working days',
  'no deals',
  'no earlier period',
  'too few errors',
])
export type NoMethod = z.infer<typeof NoMethod>

const MethodId = z.enum(['run-rate', 'pipeline', 'same-weeks'])

export const ForecastMethod = z.object({
  id: MethodId,
  /** Why it says nothing; null where it has a range. */
  why: NoMethod.nullable(),
  range: ForecastRange.nullable(),
  /** 0 to 1: its part in the range of all. */
  weight: z.number(),
  on: RestsOn.nullable(),
})
export type ForecastMethod = z.infer<typeof ForecastMethod>

/** Why there is no range. */
export const NoForecast = z.enum([
  /** No board of results says what is to be forecast. */
  'no results board',
  /** A forecast of one person's team would be one of that person. */
  'one person',
  'history coming',
  'reading deals',
  'too little',
])
export type NoForecast = z.infer<typeof NoForecast>

export const ForecastAnswer = z.object({
  /** Those that the caller may ask for; null is the whole floor. */
  teams: z.array(z.object({ id: Slug.nullable(), name: z.string() })),
  team: Slug.nullable(),
  period: ForecastPeriod,
  /** Null where no board says what is to be forecast. */
  window: ViewWindow.nullable(),
  metric: ViewMetric.nullable(),
  grain: z.enum(['month', 'quarter']),
  /** Null where there is none. */
  goal: z.number().nullable(),
  /** Came in up to now, today included. */
  soFar: z.number(),
  why: NoForecast.nullable(),
  range: ForecastRange.nullable(),
  /** Past weeks on which the error was measured that makes the range as wide as it is. */
  weeks: z.int(),
  methods: z.array(ForecastMethod),
  /** On past days, with as much time to go, by what was known then. */
  lookedBack: z.object({
    /** Whether what came lay in the range; oldest first. */
    inside: z.array(z.boolean()),
    /** By how much the middle was off half of the time; null where it could not be looked back. */
    offBy: z.number().nullable(),
  }),
})
export type ForecastAnswer = z.infer<typeof ForecastAnswer>

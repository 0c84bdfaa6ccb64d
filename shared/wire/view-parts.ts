// The parts that views of boards are made of.
import { z } from 'zod'

export const Unit = z.enum(['count', 'money', 'percent', 'days', 'points'])
export type Unit = z.infer<typeof Unit>

export const GoalState = z.enum(['reached', 'on pace', 'behind', 'well behind'])
export type GoalState = z.infer<typeof GoalState>

/** A metric as a board names it. */
export const ViewMetric = z.object({
  id: z.string(),
  name: z.string(),
  noun: z.string(),
  objective: z.string(),
  unit: Unit,
  indicator: z.enum(['input', 'output']),
  better: z.enum(['higher', 'lower']),
})
export type ViewMetric = z.infer<typeof ViewMetric>

/** Local dates, `end` not included; null where the window is open. `label` is for people: "Q4 2026". */
export const ViewWindow = z.object({
  start: z.string().nullable(),
  end: z.string().nullable(),
  label: z.string(),
  /** "day 52 of 92", or empty. */
  progress: z.string(),
  /** Of a month, a quarter or a year while nothing of it is due yet: how many working days it has. */
  begins: z.int().optional(),
})
export type ViewWindow = z.infer<typeof ViewWindow>

/** Who a row is about. Without a photo, `initials` on a colour, `hue` 0 to 7, are drawn. */
export const Face = z.object({
  name: z.string(),
  short: z.string(),
  initials: z.string(),
  hue: z.int().min(0).max(7),
  photo: z.string().nullable(),
  /** Does not want to be celebrated: no light, no sound, no word of it. Left out: may be. */
  quiet: z.literal(true).optional(),
})
export type Face = z.infer<typeof Face>

/**
 * A number beside its goal. With a goal and without a pace there is nothing to judge yet. Null `value`: unknown. Money is in minor units, percent is a fraction, days are multiples
 * of 24 hours. `attainment` 1 is the goal. `pace` is where the value should be by now.
 */
export const Standing = z.object({
  value: z.number().nullable(),
  goal: z.number().nullable(),
  attainment: z.number().nullable(),
  pace: z.number().nullable(),
  state: GoalState.nullable(),
})
export type Standing = z.infer<typeof Standing>

/** What is left of a goal of several people, and what that is for each. */
export const TeamAsk = z.object({
  left: z.number(),
  /** How many people it is divided among. */
  people: z.int(),
  each: z.number(),
  /** What each is asked per remaining working day; null where that is no plainer. */
  eachADay: z.number().nullable(),
})
export type TeamAsk = z.infer<typeof TeamAsk>

/** Keyed by id, so that a patch for a change of rank changes numbers and moves no elements. */
export const rowsOf = <T extends z.ZodType>(row: T) => z.record(z.string(), row)

/**
 * Why a board claims nothing yet: no source has spoken of what it shows, or one is still sending its history. Null where
 * there is something to judge.
 */
export const Awaited = z.enum(['first fact', 'history']).nullable()
export type Awaited = z.infer<typeof Awaited>

/** What every view has. */
export const viewHead = {
  id: z.string(),
  title: z.string(),
  /** "Enterprise · AE", or the floor's name. */
  scope: z.string(),
  window: ViewWindow,
  /** Epoch ms of the last fact that touched a metric of this board; null before the first. */
  changedAt: z.number().nullable(),
  awaits: Awaited,
}

/** What every view of one metric has. */
export const metricHead = { ...viewHead, metric: ViewMetric }

/**
 * The running total at the end of each day so far (rates: the value up to that day), oldest first, at most 60 points at
 * equal distances; null for a day on which it was unknown.
 */
export const Trend = z.array(z.number().nullable())
export type Trend = z.infer<typeof Trend>

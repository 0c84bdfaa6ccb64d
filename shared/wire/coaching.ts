// What a manager and the rep themselves see of a formula: `/api/v1/coaching`. Never on a wall, and for nobody else.
import { z } from 'zod'
import { StepCounts, TalkState } from './coaching-talks.ts'
import { Plan } from './plan.ts'
import { PlainDate, Slug } from './text.ts'
import { Face, Standing, ViewMetric, ViewWindow } from './view-parts.ts'

/** Why there is no plan. `no rate`: how much of `from` becomes `metric` is not known of anybody. */
export const NoPlan = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no quota') }),
  z.object({ kind: z.literal('no days') }),
  z.object({ kind: z.literal('no rate'), metric: Slug, from: Slug }),
  /** It is about to be drawn up. */
  z.object({ kind: z.literal('not yet') }),
])
export type NoPlan = z.infer<typeof NoPlan>

export const StepVerdict = z.enum(['sank', 'holds', 'too little to tell'])
export type StepVerdict = z.infer<typeof StepVerdict>

/** How much of a step becomes the next one in this period. Money in minor units. */
export const StepReading = z.object({
  /** Ids of the step and of the one before it. */
  metric: Slug,
  from: Slug,
  now: z.object({
    made: z.number(),
    from: z.number(),
    attempts: z.number(),
    /** `made` ÷ `from`; null where nothing is below the line. */
    value: z.number().nullable(),
  }),
  /** What `made` and `from` count: the two steps, or what stands above and below the line of the ratio that the formula names. */
  counted: z.object({ made: ViewMetric, from: ViewMetric }),
  /** Whether it is a share, 0 to 1, and not an amount for each piece. */
  isShare: z.boolean(),
  /** In which the true rate lies with 95 % confidence (Wilson); null for an amount for each piece. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Their own before this period; null where it rests on too little. */
  own: z.number().nullable(),
  /** The median of those who hold the role, in this period; null where fewer than three have a rate. */
  role: z.number().nullable(),
  verdict: StepVerdict,
  /** What their own rate would have made more of the same attempts; null where it did not sink. */
  short: z.number().nullable(),
})
export type StepReading = z.infer<typeof StepReading>

/** `link`: which of the readings. */
export const CoachingPoint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sank'), link: z.int() }),
  z.object({ kind: z.literal('lags'), link: z.int() }),
  z.object({ kind: z.literal('holds') }),
  z.object({ kind: z.literal('too little to tell') }),
])
export type CoachingPoint = z.infer<typeof CoachingPoint>

/** A rate of the plan that holds, by what is known today of the same people's same days. `metric`: the step that it leads to. */
export const CorrectedRate = z.object({ metric: Slug, ...StepCounts.shape })
export type CorrectedRate = z.infer<typeof CorrectedRate>

/** What is looked at together in a one-to-one, besides the chain. */
export const OneToOneBoard = z.object({ id: Slug, title: z.string() })
export type OneToOneBoard = z.infer<typeof OneToOneBoard>

const Who = z.object({ id: Slug, face: Face, role: z.string(), team: z.string().nullable() })

/** `GET /api/v1/coaching`: those whom the caller may coach, by team and name. */
export const CoachingList = z.object({
  people: z.array(
    z.object({
      ...Who.shape,
      /** Why there is no plan; null where there is. */
      none: NoPlan.nullable(),
      point: CoachingPoint,
      /** Of a point at a step: the metrics of it and of the one before it. */
      step: z.object({ metric: ViewMetric, from: ViewMetric }).nullable(),
      /** Of the first step, a day: planned, and needed from now; null without a plan or once the period is over for them. */
      planned: z.number().nullable(),
      needed: z.number().nullable(),
      first: ViewMetric.nullable(),
      talk: TalkState,
    }),
  ),
})
export type CoachingList = z.infer<typeof CoachingList>

/** `GET /api/v1/coaching/:person`. */
export const CoachingAnswer = z.object({
  who: Who,
  window: ViewWindow,
  /** Of the steps, first to last. */
  metrics: z.array(ViewMetric),
  /** All versions of this period's, the first first; the last one holds. */
  plans: z.array(Plan),
  /** Rates of the plan that holds whose history is counted otherwise by now: facts came late, or were corrected. */
  corrected: z.array(CorrectedRate),
  /** Why there is none; null where there is. */
  none: NoPlan.nullable(),
  /** Of each step today: done, and what the plan asks of the day, rounded up. In the order of the steps. */
  today: z.array(Standing),
  /** What is done of each step since the plan holds, and the working days since then, today included: of the days in the role. */
  done: z.object({ days: z.int(), amounts: z.array(z.number()) }),
  /**
   * From today on, at the plan's rates: what is won of the quota, what is open of each step (0 for the first), the days
   * left, today included, and what each step still needs of them, unrounded. Null without a plan, and while the plan is of
   * other steps, those of the role that they had when it was drawn up.
   */
  live: z
    .object({
      won: z.number(),
      open: z.array(z.number()),
      days: z.int(),
      needs: z.array(z.number()),
    })
    .nullable(),
  readings: z.array(StepReading),
  /** Of the period before this one, whole: what was counted of each reading. Null where the role had nothing counted in it. */
  last: z.object({ label: z.string(), counts: z.array(StepCounts) }).nullable(),
  point: CoachingPoint,
  /** Steps that were not logged: what comes after them has something, and they have nothing. */
  unlogged: z.array(Slug),
  /**
   * They changed their role, or their team alone, since the plan holds: from the role or team of that name, and the first day
   * after it. The plan stays until a re-plan. Null where they did not.
   */
  moved: z.object({ what: z.enum(['role', 'team']), from: z.string(), on: PlainDate }).nullable(),
  /** Whether the caller may draw up a new version. */
  mayPlan: z.boolean(),
  /** Of the floor's one-to-ones, for whoever coaches them and may see these boards; none for the person themselves. */
  boards: z.array(OneToOneBoard),
})
export type CoachingAnswer = z.infer<typeof CoachingAnswer>

/** `POST /api/v1/coaching/:person/plans`. Money in minor units; rates by the id of the step they lead to. */
export const NewPlan = z.strictObject({
  reason: z.string().trim().min(1, 'says why').max(300),
  quota: z.number().min(0).max(1e15).optional(),
  rates: z.record(Slug, z.number().min(1e-9).max(1e12)).optional(),
  /** The version that whoever asks has seen. */
  over: z.int().min(1),
})
export type NewPlan = z.infer<typeof NewPlan>

export const NewPlanAnswer = z.object({ plan: Plan })
export type NewPlanAnswer = z.infer<typeof NewPlanAnswer>

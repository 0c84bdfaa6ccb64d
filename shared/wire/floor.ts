// The floor file: everything that a manager can set, in one readable document.
// Money in it is written in whole units of the floor's currency (250000 is $250,000), as people write it.
import { z } from 'zod'
import { Award } from './awards.ts'
import { boardContracts } from './boards.ts'
import { ByHand } from './by-hand.ts'
import { Cadence } from './cadence.ts'
import { Alert } from './celebrations/alert.ts'
import { CelebrationRule } from './celebrations/rule.ts'
import { Condition } from './condition.ts'
import { Contest } from './contests/contest.ts'
import { ConversationRule, usualConversation } from './conversation.ts'
import { Correction } from './correction.ts'
import { ExceptionRule } from './exception-rule.ts'
import { Formula, Leave } from './formula.ts'
import { Hours } from './hours.ts'
import { InboundSource } from './inbound.ts'
import { ClipAddress, MediaAddress } from './media-address.ts'
import { nonEmpty } from './non-empty.ts'
import { Recaps } from './recaps.ts'
import { Season } from './season.ts'
import { Source } from './source.ts'
import { Spiff } from './spiffs.ts'
import { TableSource } from './table.ts'
import { TakenFrom } from './taken-from.ts'
import { Currency, KnownTimeZone, Name, PlainDate, Slug } from './text.ts'
import { ThanksSetting } from './thanks.ts'
import { Colour, Theme } from './theme.ts'
import { Trial } from './trial.ts'
import { WindowText } from './window.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export const Weekday = z.enum(weekdays)
export type Weekday = z.infer<typeof Weekday>

export const FloorSettings = z.strictObject({
  name: Name,
  timeZone: KnownTimeZone,
  currency: Currency,
  /** BCP 47; decides number, money, date and name order. */
  locale: z
    .string()
    .refine((tag) => {
      try {
        return Intl.getCanonicalLocales(tag).length === 1
      } catch {
        return false
      }
    }, 'is not a language tag such as en-US')
    .default('en-US'),
  weekStartsOn: Weekday.default('monday'),
  /** The month, 1 to 12, in which the fiscal year starts. */
  fiscalYearStartsIn: z
    .int('must be a month, 1 to 12')
    .min(1, 'must be a month, 1 to 12')
    .max(12, 'must be a month, 1 to 12')
    .default(1),
  /** Years of whole weeks: the year starts on the first day of the week nearest to the 1st of its first month. */
  fiscalWeeks: z.enum(['4-4-5', '4-5-4', '5-4-4']).optional(),
  /**
   * Of years of whole weeks. `last`: they end on the last such weekday of the month before their first one, as on the
   * last Saturday of January; `nearest`, when left out, on the one nearest to that month's end.
   */
  fiscalYearEnds: z.enum(['nearest', 'last']).optional(),
  /** By which of its two calendar years a fiscal year that starts after January is called; `end` when left out. */
  fiscalYearNamedAfter: z.enum(['start', 'end']).optional(),
  workingDays: z.array(Weekday).min(1).default(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
  businessHours: Hours.default({ from: '09:00', to: '17:00' }),
  holidays: z.array(z.union([PlainDate, z.strictObject({ on: PlainDate, name: Name })])).default([]),
  /** What one unit of `currency` is worth in the floor's own, from that date on. */
  rates: z
    .array(z.strictObject({ currency: Currency, from: PlainDate, rate: z.number().min(1e-9).max(1e9) }))
    .default([]),
  /** `split`: shares of a fact sum to 1. `full`: everybody credited gets the whole, teams and roles count it once. */
  credit: z.enum(['split', 'full']).default('split'),
  /** A deal's stages, first to last: a move to a later one is an advance. */
  stages: z.array(z.string().min(1).max(100)).default([]),
  /** How likely an open deal in a stage is to be won, 0 to 1: what `weightedAmount` multiplies its amount by. */
  stageProbabilities: z.record(z.string(), z.number().min(0).max(1)).default({}),
  /** Fields of facts by whose values numbers can be asked for, such as `product` or `fields.Segment`. */
  breakdowns: z.array(z.string().min(1).max(120)).max(10).default([]),
  /** When a call is a conversation, for metrics that ask for `conversation`. */
  conversations: ConversationRule.default(usualConversation),
  /** From which source activities count that several report: a call is in the dialer and in the CRM. */
  takenFrom: z.array(TakenFrom).max(100).default([]),
  /** What people may enter by hand, on their phones; nothing where it is left out. */
  byHand: z.array(ByHand).max(8).default([]),
  /** Whether colleagues thank each other, on their phones; left out, they do not. */
  thanks: ThanksSetting.optional(),
  /** Where a source shows one of its facts to people: `{id}` stands for the fact's id. */
  links: z
    .array(
      z.strictObject({
        source: z.string().trim().min(1).max(100),
        address: z
          .string()
          .trim()
          .max(2000)
          .regex(
            /^https?:\/\/[^\s{}]+\{id\}[^\s{}]*$/,
            'must be an address with {id} in it, such as https://crm.example.com/deals/{id}',
          ),
      }),
    )
    .max(100)
    .default([]),
  /**
   * Whether boards carry a small code at their foot that explains their numbers on a phone. Left out: where phones reach the
   * feed.
   */
  boardCodes: z.boolean().optional(),
  theme: Theme.default('night'),
  /** The company's colours: the first for the line above a title, the second for the clock and the rotation. */
  brand: z.array(Colour).max(2).default([]),
  celebrations: z
    .strictObject({
      /** More wait; those who have waited too long become one card. */
      perHour: z.int().min(1).max(60).default(12),
      /** Nothing takes over; what comes meanwhile is on the card of the next morning. */
      quietHours: Hours.optional(),
      /** What happened longer ago than this does not take over any more. */
      freshMinutes: z.int().min(1).max(240).default(30),
    })
    .default({ perHour: 12, freshMinutes: 30 }),
  /** Recap mails; none where it is left out. */
  recaps: Recaps.optional(),
})

const Share = z.number().min(0).max(1)

export const Role = z.strictObject({
  id: Slug,
  name: Name,
  /** Share of the goal in the 1st, 2nd, … month after somebody's start; 1 afterwards. */
  ramp: z.array(Share).optional(),
})

/** The colours of faces, in the order of their numbers on the wire. */
export const FaceColour = z.enum(['blue', 'orange', 'mint', 'violet', 'yellow', 'green', 'pink', 'sky'])
export type FaceColour = z.infer<typeof FaceColour>

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })
const mostSigns = 3

/** What stands in a face: one to three signs, as people count them. */
const Mark = Name.refine(
  (text) => Array.from(signs.segment(text)).length <= mostSigns,
  `must have ${mostSigns} signs at most`,
)

export const Team = z.strictObject({
  id: Slug,
  name: Name,
  parent: Slug.optional(),
  office: Name.optional(),
  /** Else the parent's, else the floor's. */
  timeZone: KnownTimeZone.optional(),
  /** Of its face on boards; left out, its place in the file decides. */
  colour: FaceColour.optional(),
  /** Up to three letters, or a sign, in its face instead of its initials. */
  mark: Mark.optional(),
  /** The short way to put people on a team; `people[].team` says it by date. */
  members: z.array(Slug).optional(),
})

const Dated = <T extends string>(what: T) =>
  z.union([
    Slug,
    z
      .array(
        z.strictObject({ [what]: Slug, from: PlainDate.optional() } as { [K in T]: typeof Slug } & {
          from: z.ZodOptional<typeof PlainDate>
        }),
      )
      .min(1),
  ])

export const Person = z.strictObject({
  id: Slug,
  name: Name,
  role: Dated('role').optional(),
  team: Dated('team').optional(),
  startedOn: PlainDate.optional(),
  /** The last day. */
  endedOn: PlainDate.optional(),
  photo: MediaAddress.optional(),
  /** What walls call them instead of their name. */
  shortName: Name.optional(),
  /** They are on no list of a wall and are not celebrated; what they do counts for their team all the same. */
  offWall: z.boolean().optional(),
  /** Names, e-mail addresses and ids by which sources know them; how they are compared is in `indexNames`. */
  aliases: z.array(z.string().trim().min(1).max(200)).default([]),
  /** Their own ramp, instead of the role's. */
  ramp: z.array(Share).optional(),
  /** Days on which they do not work: their plan asks nothing of these. */
  leave: z.array(Leave).default([]),
  /** The days of the week on which they work, where these are not all of the floor's working days; by date where it changed. */
  workingDays: z
    .union([
      z.array(Weekday).min(1),
      z.array(z.strictObject({ days: z.array(Weekday).min(1), from: PlainDate.optional() })).min(1),
    ])
    .optional(),
  /** Month and day: `04-30`. */
  birthday: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a month and a day such as 04-30')
    .optional(),
  /** A sound that is played, or a film that is shown, when they are celebrated. */
  walkUp: ClipAddress.optional(),
  /** Some people hate the stage. `quiet`: nothing moves or sounds when they are celebrated; `none`: they are not. */
  celebrate: z.enum(['quiet', 'none']).optional(),
})
export type Person = z.infer<typeof Person>

export const DateField = z.enum([
  'at',
  'createdAt',
  'closedAt',
  'expectedCloseOn',
  'lastActivityAt',
  'stageEnteredAt',
])
export type DateField = z.infer<typeof DateField>

/**
 * `count`, or the sum or mean of a number field, or the mean days from one date to another. Number fields are `amount`,
 * `weightedAmount` (the amount × the probability of the deal's stage), `durationSeconds` and `fields.<name>`.
 */
export const Measure = z.union([
  z.literal('count'),
  z.strictObject({ sum: z.string().min(1) }),
  z.strictObject({ mean: z.string().min(1) }),
  z.strictObject({ meanDays: z.tuple([DateField, DateField]) }),
])

export const Base = z.strictObject({
  from: z.enum(['activity', 'deal']),
  where: z.array(Condition).default([]),
  date: DateField,
  measure: Measure.default('count'),
})
export type Base = z.infer<typeof Base>

/** Why something counts otherwise than before, in somebody's own words; walls and recaps say it. */
const Why = z.string().trim().min(1, 'says why').max(200)

/** What a metric counted until the next definition holds. */
export const EarlierDefinition = z.strictObject({
  /** The first day on which it held; the oldest has none. */
  since: PlainDate.optional(),
  why: Why.optional(),
  of: Base,
})
export type EarlierDefinition = z.infer<typeof EarlierDefinition>

export const Metric = z.strictObject({
  id: Slug,
  name: Name,
  /** What one of them is called beside a number: "meetings", "created". */
  noun: Name.optional(),
  /** What to do about one of them, where it should not be there: "Call". It heads its column on a hygiene board. */
  task: Name.optional(),
  /** The question it answers, in words. */
  objective: z.string().trim().min(1, 'a metric needs its objective, the question it answers').max(300),
  indicator: z.enum(['input', 'output']),
  question: z.enum(['activity', 'pipeline-creation', 'pipeline-hygiene', 'pipeline-velocity', 'results']),
  unit: z.enum(['count', 'money', 'percent', 'days', 'points']),
  better: z.enum(['higher', 'lower']).default('higher'),
  /** The window that counts where none is named. */
  window: WindowText.optional(),
  of: z.union([
    Base,
    z.strictObject({ ratio: z.tuple([Slug, Slug]) }),
    z.strictObject({ points: z.array(z.tuple([Slug, z.number().min(-1e6).max(1e6)])).min(1) }),
  ]),
  /** The first day on which it holds as it stands; days before are counted by `earlier`, where there is one. */
  since: PlainDate.optional(),
  why: Why.optional(),
  /** How it was counted before, the oldest first. */
  earlier: z.array(EarlierDefinition).max(20).optional(),
  /** The first day on which it is none of the floor's numbers any more; its past stays. */
  retired: z.strictObject({ on: PlainDate, why: Why.optional() }).optional(),
})
export type Metric = z.infer<typeof Metric>

/** 0 or at least a millionth, which counting cannot take for 0; more than a trillion is a typing mistake. */
export const GoalValue = z
  .number()
  .min(0)
  .max(1e12)
  .refine((value) => value === 0 || value >= 1e-6, 'must be 0, or at least 0.000001')

/**
 * A target for (metric, window, subject). `value`: money in whole units, percent as a fraction; `from-formula` is what each
 * person's own plan asks of them.
 */
export const Goal = z
  .strictObject({
    metric: Slug,
    window: WindowText,
    rep: Slug.optional(),
    role: Slug.optional(),
    team: Slug.optional(),
    org: z.literal(true).optional(),
    from: PlainDate.optional(),
    why: Why.optional(),
    value: z.union([GoalValue, z.literal('sum-of-members'), z.literal('from-formula')]),
  })
  .refine(
    (goal) =>
      [goal.rep, goal.role, goal.team, goal.org].filter((subject) => subject !== undefined).length === 1,
    'needs exactly one of rep, role, team, org',
  )
  .refine(
    (goal) => goal.value !== 'sum-of-members' || goal.team !== undefined || goal.org !== undefined,
    'only a team or the org can take the sum of its members',
  )
  .refine(
    (goal) => goal.value !== 'from-formula' || goal.rep !== undefined || goal.role !== undefined,
    'only a person or a role can take what the formula asks',
  )
export type Goal = z.infer<typeof Goal>

export const Board = z.discriminatedUnion('kind', nonEmpty(boardContracts.map(({ board }) => board)))
export type Board = z.infer<typeof Board>

const PlaylistItem = z.strictObject({ board: Slug, seconds: z.int().min(3).max(3600).default(20) })

export const Playlist = z.strictObject({
  id: Slug,
  name: Name,
  items: z.array(PlaylistItem).min(1),
  /** What screens show instead whose active team is this one, or one below it that has no version of its own. */
  versions: z.array(z.strictObject({ team: Slug, items: z.array(PlaylistItem).min(1) })).default([]),
})
export type Playlist = z.infer<typeof Playlist>

/**
 * A rule: when a playlist is on. Whatever is left out does not narrow it. One that names `dates` or `holidays` is an
 * exception. Of rules of the same strength the first in the file wins; docs/schedule.md orders the strengths.
 */
const whenFields = {
  days: z.array(Weekday).min(1).optional(),
  /** In the screen's own time zone. */
  hours: Hours.optional(),
  /** The first and the last day on which it holds. */
  from: PlainDate.optional(),
  until: PlainDate.optional(),
  /** Only on these days. */
  dates: z.array(PlainDate).min(1).max(400).optional(),
  /** Only on the floor's holidays. */
  holidays: z.literal(true).optional(),
}

const endsAfterItBegins = ({
  from,
  until,
}: {
  readonly from?: string | undefined
  readonly until?: string | undefined
}) => from === undefined || until === undefined || from <= until
const mustEndLater = 'must not end before it begins'

export const Slot = z.strictObject({ playlist: Slug, ...whenFields }).refine(endsAfterItBegins, mustEndLater)
export type Slot = z.infer<typeof Slot>

/** When a screen sleeps, by the same words as a rule. */
export const SleepTime = z.strictObject(whenFields).refine(endsAfterItBegins, mustEndLater)
export type SleepTime = z.infer<typeof SleepTime>

/** When a screen is less bright. */
export const DimTime = z
  .strictObject({
    ...whenFields,
    /** What is left of its light. */
    to: z.number().min(0.2).max(0.9).default(0.5),
  })
  .refine(endsAfterItBegins, mustEndLater)
export type DimTime = z.infer<typeof DimTime>

/** Screens that are set together. */
export const ScreenGroup = z.strictObject({
  id: Slug,
  name: Name,
  /** What its screens show when no rule says otherwise, unless they have a playlist of their own. */
  playlist: Slug.optional(),
  schedule: z.array(Slot).default([]),
  sleep: z.array(SleepTime).max(50).optional(),
  dim: z.array(DimTime).max(50).optional(),
})
export type ScreenGroup = z.infer<typeof ScreenGroup>

export const Screen = z.strictObject({
  id: Slug,
  name: Name,
  group: Slug.optional(),
  /** Always on when no rule says otherwise. May be left out where its group has one. */
  playlist: Slug.optional(),
  schedule: z.array(Slot).default([]),
  office: Name.optional(),
  timeZone: KnownTimeZone.optional(),
  /** The active team: which version of each playlist is shown. */
  team: Slug.optional(),
  /** Nothing moves and nothing flashes. */
  calm: z.boolean().default(false),
  /** Else the floor's. */
  theme: Theme.optional(),
  /** Share of the width or height that the panel may hide at each edge (overscan). */
  safeArea: z.number().min(0).max(0.15).default(0.05),
  /** How far the picture is turned clockwise, for panels that hang upright and do not know it. */
  rotate: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  /** 0 is silent. */
  volume: z.number().min(0).max(1).default(0.35),
  /** When its TVs are black, and their displays off where that can be done. Left out: as its group, else never. */
  sleep: z.array(SleepTime).max(50).optional(),
  /** When it is less bright, likewise. */
  dim: z.array(DimTime).max(50).optional(),
})
export type Screen = z.infer<typeof Screen>

export const FloorFile = z.strictObject({
  floor: FloorSettings,
  roles: z.array(Role).default([]),
  teams: z.array(Team).default([]),
  people: z.array(Person).default([]),
  metrics: z.array(Metric).default([]),
  goals: z.array(Goal).default([]),
  formulas: z.array(Formula).default([]),
  boards: z.array(Board).default([]),
  playlists: z.array(Playlist).default([]),
  screenGroups: z.array(ScreenGroup).default([]),
  screens: z.array(Screen).default([]),
  celebrations: z.array(CelebrationRule).default([]),
  alerts: z.array(Alert).default([]),
  exceptions: z.array(ExceptionRule).max(100).default([]),
  inbound: z.array(InboundSource).max(50).default([]),
  trials: z.array(Trial).max(50).default([]),
  cadences: z.array(Cadence).max(50).default([]),
  sources: z.array(Source).max(50).default([]),
  tables: z.array(TableSource).max(50).default([]),
  /** What the floor reads otherwise than its sources write it. */
  corrections: z.array(Correction).max(5000).default([]),
  contests: z.array(Contest).max(200).default([]),
  spiffs: z.array(Spiff).max(200).default([]),
  seasons: z.array(Season).max(40).default([]),
  /** Who is chosen again and again: the player of the month. */
  awards: z.array(Award).max(50).default([]),
})
export type FloorFile = z.infer<typeof FloorFile>

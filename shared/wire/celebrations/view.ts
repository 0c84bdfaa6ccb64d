// What a takeover shows, worked out by the feed when it starts; and the messages by which TVs learn of it.
import { z } from 'zod'
import { Face, Standing, Unit, ViewMetric } from '../view-parts.ts'
import { CelebrationLook } from './rule.ts'

/** Minor units of the floor's currency for money; as a `Standing` else. */
const Figure = z.object({ value: z.number(), unit: Unit })

/** A leader's word. `at`: epoch ms. */
export const WordFromTheTop = z.object({
  text: z.string(),
  from: Face,
  /** "VP Sales"; null without one. */
  title: z.string().nullable(),
  at: z.number(),
})
export type WordFromTheTop = z.infer<typeof WordFromTheTop>

export const CelebratedDeal = z.object({
  amount: Figure.nullable(),
  account: z.string().nullable(),
  product: z.string().nullable(),
  /** Others who are credited, as first credited. */
  helpers: z.array(z.object({ face: Face, role: z.enum(['owner', 'assist']) })),
})
export type CelebratedDeal = z.infer<typeof CelebratedDeal>

/** The bar of the team's goal, and by how much of it exactly this deal made it grow. */
export const CelebratedTeam = z.object({
  name: z.string(),
  metric: ViewMetric,
  before: Standing,
  after: Standing,
})
export type CelebratedTeam = z.infer<typeof CelebratedTeam>

export const CelebrationView = z.object({
  look: CelebrationLook,
  /** "Big deal", in the rule's own words. */
  title: z.string(),
  /**
   * Whom it is about, the first first. Goal reached: everybody who reached it today, with their standing. Team: its people.
   */
  people: z.array(z.object({ face: Face, standing: Standing.nullable(), isNew: z.boolean() })),
  /** How many more there are. */
  morePeople: z.int(),
  metric: ViewMetric.nullable(),
  /** The figure that crossed its line, and the line; both in the metric's unit. */
  figure: z.object({ value: z.number(), line: z.number().nullable(), unit: Unit }).nullable(),
  /** How many days or other periods in a row the goal was reached; left out where it is about no streak. */
  streak: z.int().positive().optional(),
  /** "November", of the figure. */
  window: z.string().nullable(),
  deal: CelebratedDeal.nullable(),
  team: CelebratedTeam.nullable(),
  /** A team's thresholds, lowest first. */
  ladder: z.array(
    z.object({ line: z.number(), unit: Unit, reward: z.string().nullable(), reached: z.boolean() }),
  ),
  /** What somebody wrote for it by hand, and who. */
  message: z.string().nullable(),
  messageBy: z.string().nullable(),
  word: WordFromTheTop.nullable(),
  media: z.object({ kind: z.enum(['picture', 'video']), address: z.string() }).nullable(),
  /** Others that would have followed it at once: "and 3 more". */
  merged: z.array(z.object({ title: z.string(), name: z.string() })),
})
export type CelebrationView = z.infer<typeof CelebrationView>

/**
 * `celebrate`: all screens begin at `startsAt` (epoch ms, feed clock); one that learns of it late joins where the others are.
 * The same id again replaces what is shown, without beginning anew: the amount was corrected, a leader wrote.
 */
export const CelebrateMessage = z.object({
  id: z.string(),
  startsAt: z.number(),
  ms: z.number(),
  view: CelebrationView,
  /** An address to play, or none: `/media/…`, or one of the project's own as `own:gong`. */
  sound: z.string().nullable(),
  /** Played on one screen to look at it. */
  isTest: z.boolean(),
  /** Nothing is heard: quiet hours, or somebody who hates the stage. */
  silent: z.boolean(),
})
export type CelebrateMessage = z.infer<typeof CelebrateMessage>

/** `retract`: it leaves with grace, or never begins. */
export const RetractMessage = z.object({ id: z.string() })
export type RetractMessage = z.infer<typeof RetractMessage>

/** `celebrated`: what a TV really showed, told once it is over. Acknowledged once it is kept. */
export const CelebratedMessage = z.object({
  id: z.string().max(200),
  shownMs: z.number(),
  /** How much later than `startsAt` its first frame was drawn, ms. */
  lateMs: z.number(),
  sound: z.enum(['played', 'blocked', 'muted', 'none', 'broken']),
})
export type CelebratedMessage = z.infer<typeof CelebratedMessage>

/** `/media/…` and `own:…` that a screen may soon need; it fetches them ahead. */
export const MediaAheadMessage = z.object({ addresses: z.array(z.string()).max(500) })
export type MediaAheadMessage = z.infer<typeof MediaAheadMessage>

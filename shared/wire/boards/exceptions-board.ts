// What is off, for those who can do something about it. Never for a wall.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Face, rowsOf, viewHead } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

const audiences = ['managers', 'leadership'] as const

/**
 * In the floor file. For managers: each that is open, of the people in the scope. For the leadership: how many by rule, and
 * nobody's name.
 */
export const ExceptionsBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('exceptions'),
  audience: z
    .enum(audiences, 'must be managers or leadership: what is off never hangs on a wall')
    .default('managers'),
  /** Ids of rules of the floor, in the order in which they are told where they have been off as long; left out, all. */
  rules: z.array(Slug).min(1).max(100).optional(),
})
export type ExceptionsBoard = z.infer<typeof ExceptionsBoard>

/** One that is open; on a board for the leadership all of one rule together. `place` counts from 0, the longest first. */
export const ExceptionsRow = z.object({
  place: z.int(),
  /** The deal's name or the person's; the team's of a note on all of it. The rule's where it is about several. */
  title: z.string(),
  /** In a sentence, with its figures; null where it is about several. */
  says: z.string().nullable(),
  /** In the rule's own words; null where the title says it. */
  rule: z.string().nullable(),
  /** Whose it is; null where the floor knows nobody by that name, of a team's note, and where it is about several. */
  face: Face.nullable(),
  /** The owner by name, where that says more than the title. */
  owner: z.string().nullable(),
  /** How many it stands for. */
  count: z.int(),
  /** Whole days since it has been so; of several the longest. */
  days: z.int(),
  /** Which time it is that this is off, counted from 1; of several how many came back. */
  times: z.int(),
  /** Who wrote about it last; null where nobody did. */
  wrote: z.string().nullable(),
  /** Nobody has had it in front of them yet. */
  isNew: z.boolean(),
})
export type ExceptionsRow = z.infer<typeof ExceptionsRow>

/** Whoever sees it. */
export const ExceptionsView = z.object({
  ...viewHead,
  kind: z.literal('exceptions'),
  /** Whether it names what is off; else it has sums by rule. */
  named: z.boolean(),
  /** That are open and not set aside. */
  total: z.int(),
  setAside: z.int(),
  /** Whether the floor has rules by which something could be off. */
  hasRules: z.boolean(),
  rows: rowsOf(ExceptionsRow),
})
export type ExceptionsView = z.infer<typeof ExceptionsView>

export const exceptions = { board: ExceptionsBoard, view: ExceptionsView }

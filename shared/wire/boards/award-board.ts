// An award such as "Player of the month": who is nominated and why, then who was chosen, and who was before.
import { z } from 'zod'
import { AwardBy, AwardPhase } from '../awards.ts'
import { Slug } from '../text.ts'
import { Face, rowsOf, Unit, viewHead } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const AwardBoard = z.strictObject({ ...boardHead, kind: z.literal('award'), award: Slug })
export type AwardBoard = z.infer<typeof AwardBoard>

/** One who stands for it, with their face; `place` counts from 0: by vote in the order of their first reasons, else the best first. */
export const AwardRow = Face.extend({
  place: z.int(),
  /** Why, as the first who nominated them wrote it; null where nobody has. */
  words: z.string().nullable(),
  /** How many other reasons there are. */
  more: z.int(),
  /** At the metric; null by vote alone. */
  value: z.number().nullable(),
})
export type AwardRow = z.infer<typeof AwardRow>

/** Whoever was chosen, of one period. */
export const AwardEnd = z.object({
  /** "November 2026" */
  period: z.string(),
  /** At least one. */
  winners: z.array(Face),
  /** How many share it besides. */
  more: z.int(),
})
export type AwardEnd = z.infer<typeof AwardEnd>

/** What a TV gets. */
export const AwardView = z.object({
  ...viewHead,
  kind: z.literal('award'),
  /** "Player of the month" */
  called: z.string(),
  by: AwardBy,
  /** What it goes by besides votes; null by vote alone. */
  counts: z.string().nullable(),
  unit: Unit,
  prize: z.string().nullable(),
  phase: AwardPhase,
  /** Epoch ms: from when on people are nominated. */
  nominatesFrom: z.number(),
  /** Epoch ms: from when on votes are taken; null: nobody votes. */
  votesFrom: z.number().nullable(),
  /** Epoch ms: when it is decided. */
  closesAt: z.number(),
  /** Those who stand for it; none while the last one who was chosen has the board. */
  rows: rowsOf(AwardRow),
  /** How many stand for it, shown or not. */
  standing: z.int(),
  /** The last who was chosen, while the board is theirs; null else. */
  chosen: AwardEnd.extend({
    /** Of one alone; null where nobody wrote any, or several share it. */
    words: z.string().nullable(),
    /** Each of them had so many; null where that is not told. */
    votes: z.int().nullable(),
    /** Of one alone, at the metric; null by vote alone. */
    value: z.number().nullable(),
    prize: z.string().nullable(),
    by: AwardBy,
    counts: z.string().nullable(),
    unit: Unit,
    /** How many voted. */
    voted: z.int(),
  }).nullable(),
  /** Those before, the latest first. */
  past: z.array(AwardEnd),
})
export type AwardView = z.infer<typeof AwardView>

export const award = { board: AwardBoard, view: AwardView }

// How a contest stands at an instant: what boards, phones and the console show of it, and what the log keeps of its end.
import { z } from 'zod'
import { Face, rowsOf, Unit } from '../view-parts.ts'
import { ContestPrize, ContestWin } from './contest.ts'

/**
 * `announced`: it has not begun. `closing`: it is over, and facts may still come: nothing is final. `final`: its standings are
 * in the log and stay as they are.
 */
export const ContestPhase = z.enum(['draft', 'announced', 'running', 'closing', 'final', 'called-off'])
export type ContestPhase = z.infer<typeof ContestPhase>

/** A person, a team or a side. */
export const ContestRow = Face.extend({
  /** In the order of the board, from 0. */
  place: z.int(),
  /** From 1; null: not in it, or nothing is told (`hidden`). */
  rank: z.int().nullable(),
  /** In the contest's unit; null: unknown, not in it, or hidden. Of king of the hill: how long they held it, in days. */
  score: z.number().nullable(),
  /** Beside a handicap, an improvement or a reign: what they really have, in the unit of what is counted. */
  raw: z.number().nullable(),
  /** Epoch ms: when the score became what it is; null where nothing counted. */
  at: z.number().nullable(),
  /** Of `first-to`, `over`, `collect`, `relay`: how far they are to the line, 0 to 1; else null. */
  share: z.number().nullable(),
  /** What it takes to move up, or to get over the line: in the contest's unit; null where there is nothing above. */
  missing: z.number().nullable(),
  /** Over the bar, first at the line, holds the hill, has all: would win if it ended now; in `final`, has won. */
  isIn: z.boolean(),
  /** Less than the least that is asked for. */
  tooLittle: z.boolean(),
  /** Of a raffle. */
  tickets: z.int().nullable(),
  /** Of `collect`: which of the metrics they have, in their order; else none. */
  has: z.array(z.boolean()),
  /** Of a team or a side: its people, at most 12 of them. */
  people: z.array(Face),
  /** The prize of one who wins; null else. */
  prize: z.string().nullable(),
})
export type ContestRow = z.infer<typeof ContestRow>

/** Two who meet, by their ids; null: nobody yet, or nobody at all (`isFree`). */
export const ContestMatch = z.object({
  one: z.string().nullable(),
  other: z.string().nullable(),
  oneScore: z.number().nullable(),
  otherScore: z.number().nullable(),
  winner: z.string().nullable(),
  isFree: z.boolean(),
})
export type ContestMatch = z.infer<typeof ContestMatch>

export const ContestRound = z.object({
  /** Epoch ms. */
  from: z.number(),
  until: z.number(),
  matches: z.array(ContestMatch),
})
export type ContestRound = z.infer<typeof ContestRound>

/** Of a raffle. */
export const ContestDraw = z.object({
  /** SHA-256 of the seed, in hexadecimal, told before anything is drawn. */
  sealed: z.string(),
  /** Told once it is drawn. */
  seed: z.string().nullable(),
  tickets: z.int(),
  /** Ids of who was drawn, in that order. */
  drawn: z.array(z.string()),
})
export type ContestDraw = z.infer<typeof ContestDraw>

export const ContestStandings = z.object({
  contest: z.string(),
  name: z.string(),
  /** Which of those that repeat: the local date on which it begins. */
  on: z.string(),
  between: z.enum(['people', 'teams', 'sides']),
  of: z.enum(['total', 'per-head']),
  phase: ContestPhase,
  /** Epoch ms; of whole days on the floor's own clock. `finalAt`: when it is final, or was. */
  from: z.number(),
  until: z.number(),
  finalAt: z.number(),
  /** It begins and ends at a time of the day. */
  isByTheClock: z.boolean(),
  win: ContestWin,
  /** What counts, in words: "Conversations"; "Calls 1, Meetings 10". */
  counts: z.string(),
  /** What one is called: "conversations". */
  noun: z.string(),
  /** Of scores; of those with a handicap of one's own usual and of improvements `percent`. */
  unit: Unit,
  /** In that unit; null where there is no line. */
  line: z.number().nullable(),
  /** Of `collect`: what they are called. */
  collects: z.array(z.string()),
  handicap: z.boolean(),
  /** The least that is asked for, in words: "20 calls"; null without one. */
  atLeast: z.string().nullable(),
  prizes: z.array(ContestPrize),
  paidBy: z.string().nullable(),
  sponsor: z.object({ from: Face, word: z.string() }).nullable(),
  /** Nobody sees who stands where until the end. */
  hidden: z.boolean(),
  rows: rowsOf(ContestRow),
  rounds: z.array(ContestRound),
  draw: ContestDraw.nullable(),
  /** Final, and facts that were corrected since would have made another end of it. */
  changedSince: z.boolean(),
})
export type ContestStandings = z.infer<typeof ContestStandings>

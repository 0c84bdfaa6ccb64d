// Every number that a board shows, and what each is made of: facts, other numbers of the board, or what the floor sets.
import { z } from 'zod'
import { NewDoubt } from './doubts.ts'
import { ExplainedAnswer } from './explained.ts'
import { Unit } from './view-parts.ts'

/**
 * How a figure comes of its terms, in their order. `sum`; `difference`: the first less the others; `quotient`: the first
 * divided by each of the others; `product`; `portion`: the first ÷ the second × the third; `change`: the first ÷ the second,
 * less 1; `whole product`, `whole quotient`: rounded up to pieces that can be done; `cover`: a quotient that is never below 0;
 * `pull`: the first's share of both; `how many`: the number of terms; `place`: one more
 * than the number of terms, which are those ahead; `same`: the one term; `rhythm`, `rhythm days`: the first in as many days
 * as the second says, so much a day, or one in so many days.
 */
export const WorkedBy = z.enum([
  'sum',
  'difference',
  'quotient',
  'product',
  'portion',
  'change',
  'whole product',
  'whole quotient',
  'cover',
  'pull',
  'how many',
  'place',
  'same',
  'rhythm',
  'rhythm days',
])
export type WorkedBy = z.infer<typeof WorkedBy>

/** `figure`: the id of the figure that it is, where the board has it too. */
export const FigureTerm = z.object({
  name: z.string(),
  value: z.number().nullable(),
  display: z.string(),
  figure: z.string().nullable(),
})
export type FigureTerm = z.infer<typeof FigureTerm>

/** `says` in words, in the floor's language. */
export const Working = z.object({ by: WorkedBy, says: z.string(), terms: z.array(FigureTerm) })
export type Working = z.infer<typeof Working>

/** A number as `GET /api/v1/metrics/{id}/facts` is asked for it. */
export const FigureAbout = z.object({
  metric: z.string(),
  window: z.string(),
  rep: z.string().optional(),
  team: z.string().optional(),
  role: z.string().optional(),
})
export type FigureAbout = z.infer<typeof FigureAbout>

export const BoardFigure = z.object({
  /** Of this board; the same as long as the floor says the same. */
  id: z.string(),
  name: z.string(),
  unit: Unit,
  /** In the unit of views: minor units, fractions, multiples of 24 hours; null is unknown. */
  value: z.number().nullable(),
  /** As the wall writes it. */
  display: z.string(),
  /** In full. */
  full: z.string(),
  /** "Q4 2026", where it is of one. */
  window: z.string().nullable(),
  /** Whether facts make it, which are asked for by themselves. */
  hasFacts: z.boolean(),
  working: Working.nullable(),
  /** Where it comes from, in words, where it is set and not counted. */
  note: z.string().nullable(),
  /** Which metric's number it is, or is made of; null of a deal, a stage, and where the board names nobody. */
  about: FigureAbout.nullable(),
})
export type BoardFigure = z.infer<typeof BoardFigure>

/** One of all that a board shows: what it is worked out from comes with the figure alone. */
export const ListedFigure = BoardFigure.extend({ working: Working.omit({ terms: true }).nullable() })
export type ListedFigure = z.infer<typeof ListedFigure>

/** A point of a line that is drawn: a figure like any other, of which there are many. */
export const FigurePoint = BoardFigure.pick({ id: true, name: true, display: true })
export type FigurePoint = z.infer<typeof FigurePoint>

/** What stands together: a row, a card, a foot. `points`: of its lines, the oldest first. */
export const FigureGroup = z.object({
  id: z.string(),
  name: z.string(),
  figures: z.array(ListedFigure),
  points: z.array(FigurePoint),
})
export type FigureGroup = z.infer<typeof FigureGroup>

/** `GET /api/v1/boards/{id}/figures` */
export const BoardFiguresAnswer = z.object({
  board: z.object({ id: z.string(), title: z.string(), kind: z.string(), scope: z.string() }),
  /** Epoch ms. */
  at: z.number(),
  groups: z.array(FigureGroup),
})
export type BoardFiguresAnswer = z.infer<typeof BoardFiguresAnswer>

/** `GET /api/v1/boards/{id}/figures/{figure}`; `explained` null where no facts make it. */
export const FigureAnswer = z.object({
  board: BoardFiguresAnswer.shape.board,
  at: z.number(),
  group: z.string(),
  figure: BoardFigure,
  explained: ExplainedAnswer.nullable(),
})
export type FigureAnswer = z.infer<typeof FigureAnswer>

/** A fact as anybody may see it who sees the board: whom and what the board does not name is not named. */
export const ShownFact = z.object({
  when: z.string().nullable(),
  /** "Deal", the kind of an activity, or the account where the board shows it. */
  name: z.string(),
  /** Of those whom the board names; the others are counted. */
  people: z.array(z.string()),
  others: z.int(),
  /** Null: in whole. */
  share: z.number().nullable(),
  adds: z.number(),
  display: z.string(),
})
export type ShownFact = z.infer<typeof ShownFact>

export const ShownPart = z.object({
  name: z.string(),
  display: z.string(),
  /** Newest first. */
  lines: z.array(ShownFact),
  more: z.object({ lines: z.int(), display: z.string() }),
})
export type ShownPart = z.infer<typeof ShownPart>

const ShownFloor = z.object({
  name: z.string(),
  locale: z.string(),
  currency: z.string(),
  timeZone: z.string(),
})

/** `GET /api/v1/how/{link}`: what the code at a board's foot opens. */
export const ShownFigures = BoardFiguresAnswer.extend({ floor: ShownFloor })
export type ShownFigures = z.infer<typeof ShownFigures>

/** `GET /api/v1/how/{link}/figures/{figure}`: by an id that says nothing of anybody. */
export const ShownFigure = z.object({
  at: z.number(),
  group: z.string(),
  figure: BoardFigure,
  /** Null where no facts make it. `days`: local dates, `end` not included. */
  made: z
    .object({
      objective: z.string(),
      /** How the parts make it, where there are several. */
      says: z.string().nullable(),
      window: ExplainedAnswer.shape.window,
      parts: z.array(ShownPart),
      leftOut: z.array(z.object({ why: ExplainedAnswer.shape.leftOut.element.shape.why, facts: z.int() })),
    })
    .nullable(),
})
export type ShownFigure = z.infer<typeof ShownFigure>

/** `POST /api/v1/how/{link}/doubts`: it looks wrong to somebody who has not signed in. */
export const ShownDoubt = NewDoubt.pick({ id: true, words: true }).extend({ figure: z.string().max(100) })
export type ShownDoubt = z.infer<typeof ShownDoubt>

// What came of it last time, what comes of it now, and what is due next.
import { z } from 'zod'
import { Slug } from '../text.ts'
import { Face, metricHead, rowsOf, Standing, ViewMetric, ViewWindow } from '../view-parts.ts'
import { boardHead } from './board-parts.ts'

/** In the floor file. */
export const ResultsBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('results'),
  /** What came of the work: an output that adds up. */
  metric: Slug,
  /** Open deals by the day on which they are expected to close, in the metric's unit. */
  pipeline: Slug,
  period: z.enum(['month', 'quarter']).default('quarter'),
  of: z.enum(['people', 'teams']).default('people'),
  /** How many times what is missing the pipeline has to be to be enough: most deals are lost. */
  enough: z.number().min(1).max(20).default(3),
})
export type ResultsBoard = z.infer<typeof ResultsBoard>

/** `covered`: enough is due for what is missing; `thin`: less than enough; `short`: less than what is missing. */
export const CoverState = z.enum(['nothing missing', 'covered', 'thin', 'short'])
export type CoverState = z.infer<typeof CoverState>

/** A period that is not over: `due` is the pipeline expected in what is left of it. */
export const Outlook = Standing.extend({
  due: z.number().nullable(),
  /** `due` ÷ what is missing of the goal; null where nothing is missing, or it is not known what. */
  coverage: z.number().nullable(),
  /** Null without a goal or with something unknown. */
  cover: CoverState.nullable(),
})
export type Outlook = z.infer<typeof Outlook>

export const ThreePeriods = z.object({ last: Standing, current: Outlook, next: Outlook })
export type ThreePeriods = z.infer<typeof ThreePeriods>

/** People in the order of names, teams in the floor's; without ranks. */
export const ResultsRow = Face.extend({ place: z.int(), ...ThreePeriods.shape })
export type ResultsRow = z.infer<typeof ResultsRow>

/** What a TV gets. */
export const ResultsView = z.object({
  ...metricHead,
  kind: z.literal('results'),
  of: z.enum(['people', 'teams']),
  period: z.enum(['month', 'quarter']),
  pipeline: ViewMetric,
  /** The coverage from which a goal counts as covered. */
  enough: z.number(),
  /** Beside the view's `window`, which is the current one. */
  last: ViewWindow,
  next: ViewWindow,
  rows: rowsOf(ResultsRow),
  /** The whole scope, with what no row stands for. */
  total: ThreePeriods,
})
export type ResultsView = z.infer<typeof ResultsView>

export const results = { board: ResultsBoard, view: ResultsView }

// What is asked of whoever makes a board, kind by kind: how many metrics, and which of the other choices. What a kind has
// beyond that, such as a team goal's thresholds, is written in the floor file and kept when the board is changed here.
import type { BoardKind } from '../../../wire/boards.ts'

/** What somebody wants to say with a board, in the order in which they are offered. */
export const boardGroups = ['standing', 'work', 'people', 'word'] as const
export type BoardGroup = (typeof boardGroups)[number]

/**
 * `rows`: whose rows or cards. `scope`: everybody, a team, a role. `pair`: the input beside an output, or the other way
 * round. `inputs`: up to three beneath each row.
 */
export type BoardAsk =
  | 'pipeline'
  | 'pair'
  | 'inputs'
  | 'window'
  | 'period'
  | 'rankBy'
  | 'rows'
  | 'show'
  | 'sides'
  | 'days'
  | 'contest'
  | 'award'
  | 'text'
  | 'countdown'
  | 'scope'

export interface BoardForm {
  readonly group: BoardGroup
  /** How many metrics it has at least and at most; null: it has none, or names them itself. */
  readonly metrics: { readonly least: number; readonly most: number } | null
  readonly asks: readonly BoardAsk[]
}

const one = { least: 1, most: 1 }

/** In the order in which a group shows them. */
export const boardForms: { readonly [K in BoardKind]: BoardForm } = {
  leaderboard: { group: 'standing', metrics: one, asks: ['window', 'pair', 'rankBy', 'rows', 'scope'] },
  'team-goal': { group: 'standing', metrics: one, asks: ['window', 'pair', 'scope'] },
  results: { group: 'standing', metrics: one, asks: ['pipeline', 'period', 'rows', 'scope'] },
  'over-the-line': { group: 'standing', metrics: one, asks: ['window', 'scope'] },
  'countdown-ask': { group: 'standing', metrics: one, asks: ['window', 'scope'] },
  'team-progress': { group: 'standing', metrics: one, asks: ['window', 'inputs', 'scope'] },
  'birds-eye': { group: 'standing', metrics: one, asks: ['window', 'rows', 'inputs', 'scope'] },
  'trend-race': { group: 'standing', metrics: one, asks: ['window', 'rows', 'show', 'scope'] },

  accountability: { group: 'work', metrics: { least: 1, most: 5 }, asks: ['period', 'scope'] },
  formula: { group: 'work', metrics: { least: 1, most: 4 }, asks: ['show', 'scope'] },
  hygiene: { group: 'work', metrics: { least: 1, most: 4 }, asks: ['scope'] },
  funnel: { group: 'work', metrics: null, asks: ['window', 'scope'] },
  exceptions: { group: 'work', metrics: null, asks: ['scope'] },

  wins: { group: 'people', metrics: null, asks: ['days', 'scope'] },
  spotlight: { group: 'people', metrics: { least: 1, most: 3 }, asks: ['scope'] },
  improved: { group: 'people', metrics: one, asks: ['window', 'scope'] },
  contest: { group: 'people', metrics: null, asks: ['contest', 'scope'] },
  'hall-of-fame': { group: 'people', metrics: null, asks: ['contest', 'scope'] },
  award: { group: 'people', metrics: null, asks: ['award', 'scope'] },
  'head-to-head': { group: 'people', metrics: { least: 2, most: 5 }, asks: ['sides', 'window'] },

  announcement: { group: 'word', metrics: null, asks: ['text', 'countdown', 'scope'] },
  'from-the-top': { group: 'word', metrics: null, asks: ['scope'] },
  thanks: { group: 'word', metrics: null, asks: ['scope'] },
  calm: { group: 'word', metrics: { least: 0, most: 2 }, asks: ['scope'] },
}

export const asksFor = (kind: BoardKind, ask: BoardAsk): boolean => boardForms[kind].asks.includes(ask)

/** Boards that everybody may see hang on walls; what is off never does. */
export const mayHang = (kind: BoardKind): boolean => kind !== 'exceptions'

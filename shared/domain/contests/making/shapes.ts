// The usual kinds of contests, each with what it mostly begins with: a manager chooses one and changes a word or two.
import type { ContestWin } from '../../../wire/contests/contest.ts'

export type WinBy = ContestWin['by']

/** How long it mostly takes. */
export type UsualSpan = { readonly minutes: number } | { readonly days: 'week' | 'month' | 'quarter' }

export interface ContestShape {
  readonly by: WinBy
  /** Of whom: `sides` are drawn teams. */
  readonly between: 'people' | 'teams' | 'sides'
  readonly span: UsualSpan
  /** Counts what people do, or what comes of it. */
  readonly indicator: 'input' | 'output'
  /** Of the line, the ticket or the leg, in whole units; null where there is none. */
  readonly value: number | null
  readonly settleHours: number
}

/** In the order in which they are shown. */
export const contestShapes = {
  'power-hour': {
    by: 'over',
    between: 'people',
    span: { minutes: 60 },
    indicator: 'input',
    value: 20,
    settleHours: 0,
  },
  most: {
    by: 'most',
    between: 'people',
    span: { days: 'week' },
    indicator: 'output',
    value: null,
    settleHours: 24,
  },
  'team-against-team': {
    by: 'most',
    between: 'teams',
    span: { days: 'month' },
    indicator: 'output',
    value: null,
    settleHours: 24,
  },
  improved: {
    by: 'improved',
    between: 'people',
    span: { days: 'week' },
    indicator: 'input',
    value: null,
    settleHours: 24,
  },
  'everyone-over': {
    by: 'over',
    between: 'people',
    span: { days: 'month' },
    indicator: 'output',
    value: 5,
    settleHours: 24,
  },
  'first-to': {
    by: 'first-to',
    between: 'people',
    span: { days: 'week' },
    indicator: 'output',
    value: 3,
    settleHours: 0,
  },
  collect: {
    by: 'collect',
    between: 'people',
    span: { days: 'week' },
    indicator: 'input',
    value: null,
    settleHours: 24,
  },
  raffle: {
    by: 'raffle',
    between: 'people',
    span: { days: 'week' },
    indicator: 'input',
    value: 10,
    settleHours: 24,
  },
  bracket: {
    by: 'bracket',
    between: 'people',
    span: { days: 'month' },
    indicator: 'input',
    value: null,
    settleHours: 24,
  },
  king: {
    by: 'king',
    between: 'people',
    span: { days: 'week' },
    indicator: 'output',
    value: null,
    settleHours: 0,
  },
  relay: {
    by: 'relay',
    between: 'sides',
    span: { minutes: 120 },
    indicator: 'input',
    value: 10,
    settleHours: 0,
  },
} as const satisfies Readonly<Record<string, ContestShape>>

export type ContestShapeId = keyof typeof contestShapes

export const isContestShape = (text: string): text is ContestShapeId => Object.hasOwn(contestShapes, text)

/** The shape that a contest has most in common with. */
export const shapeOf = (by: WinBy, between: ContestShape['between']): ContestShapeId => {
  if (by === 'over') return 'everyone-over'
  if (by === 'most') return between === 'people' ? 'most' : 'team-against-team'
  return by
}

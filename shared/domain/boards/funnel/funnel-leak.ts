// Where a funnel leaks.
import type { FunnelStage } from '../../../wire/boards/funnel-board.ts'

/** Of fewer deals in either window one more or less would be a tenth or more: 1 of 2 is no leak. */
const leastDeals = 10
/** A share of 1; what falls by less is the weather. */
const leastFall = 0.05
/** Shares of counts, such as 0.6 less 0.55, miss their difference by a hair. */
const hair = 1e-9

type Conversions = Pick<FunnelStage, 'left' | 'conversion' | 'before'>

/** Whether enough deals left a stage, in both windows, to compare them. */
export const isEnough = ({ left, before }: Pick<Conversions, 'left' | 'before'>): boolean =>
  Math.min(left, before.left) >= leastDeals

const fallOf = (stage: Conversions): number => {
  const { conversion, before } = stage
  return conversion === null || before.conversion === null || !isEnough(stage)
    ? 0
    : before.conversion - conversion
}

/**
 * The index of the stage whose conversion fell the most against the window before: by five points at least, of ten
 * deals at least in each of the two. Of equal falls the earlier one, which all later stages suffer from. −1: none.
 */
export const leakIn = (stages: readonly Conversions[]): number => {
  const falls = stages.map(fallOf)
  const most = Math.max(0, ...falls)
  return most < leastFall - hair ? -1 : falls.findIndex((fall) => fall > most - hair)
}

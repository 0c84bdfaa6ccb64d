// The outline of one stage: its height on one side is the deals that left it, on the other those of them that went on.
import type { StageFlow } from '../../../shared/wire/boards/funnel-board.ts'

/** Of the box that a stage is drawn in. */
export const shapeSize = 100
/** What nobody left is a line, and no gap in the funnel. */
const least = 1.2

/** Points of a polygon; `most`: how many deals the height of the box stands for. In portrait it runs from top to bottom. */
export const funnelShape = (
  { left, wentOn }: Pick<StageFlow, 'left' | 'wentOn'>,
  most: number,
  way: 'across' | 'upright',
): string => {
  const half = (deals: number) =>
    (Math.max(least, most > 0 ? (Math.max(0, deals) / most) * shapeSize : 0) / 2) * 0.98
  const middle = shapeSize / 2
  const [into, out] = [half(left), half(wentOn)]
  const corners = [
    [0, middle - into],
    [shapeSize, middle - out],
    [shapeSize, middle + out],
    [0, middle + into],
  ] as const
  return corners
    .map(([along, beside]) => (way === 'across' ? [along, beside] : [beside, along]))
    .map(([x, y]) => `${x?.toFixed(2)},${y?.toFixed(2)}`)
    .join(' ')
}

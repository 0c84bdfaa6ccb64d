// One metric: a value at each end, and between them the rope with its knot, which lies on the side of whoever leads.
import { memo } from 'react'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { HeadToHeadRow } from '../../../shared/wire/boards/head-to-head-board.ts'
import type { ViewWindow } from '../../../shared/wire/view-parts.ts'
import { fitting } from '../../ui/fitting.ts'
import { alongX } from '../../ui/motion/along-x.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useReach } from '../../wall/use-travel.ts'
import { Badge } from '../parts/badge.tsx'
import { windowLabel } from '../parts/window-label.ts'
import { leadWords } from './lead-words.ts'
import { RopeEnd } from './rope-end.tsx'
import './rope.css'

interface RopeProps {
  readonly row: HeadToHeadRow
  readonly slot: number
  /** Of the left side and of the right. */
  readonly hues: readonly [number, number]
  /** The board's window: a rope in another one says so. */
  readonly board: ViewWindow
}

/** What has to be known to read the rope, and does not go without saying. */
const termsOf = ({ metric, perPerson, window }: HeadToHeadRow, board: ViewWindow, say: Say): string =>
  [
    windowLabel(window, say) === windowLabel(board, say) ? '' : windowLabel(window, say),
    perPerson ? say({ id: 'head-to-head.per-person', defaultMessage: 'per person' }) : '',
    metric.better === 'lower' ? say({ id: 'head-to-head.lower-wins', defaultMessage: 'lower wins' }) : '',
  ]
    .filter((term) => term !== '')
    .join(' · ')

/** How far the winner's colour reaches from the middle, from either side. */
const wonLeft = (pull: number): string => alongX((1 - pull) * 100)
const wonRight = (pull: number): string => alongX((pull - 1) * 100)
const reachedAt = (pull: number): string => alongX(-pull * 50)

export const Rope = memo(({ row, slot, hues: [leftHue, rightHue], board }: RopeProps) => {
  const { format } = useSurroundings()
  const { metric, leads } = row
  // How far the knot is from the middle, as a share of its half of the rope: to the left where that is positive.
  const pull = row.share === null ? 0 : row.share * 2 - 1
  const terms = termsOf(row, board, format.say)
  return (
    <li className="rope" style={{ order: slot }} data-leads={leads ?? 'nobody'}>
      <RopeEnd standing={row.left} metric={metric} end="left" leads={leads === 'left'} />
      <span className="rope-head">
        <Badge indicator={metric.indicator} />
        <span className="rope-name fitting line" dir="auto" style={fitting(metric.name)}>
          {metric.name}
        </span>
      </span>
      <span className="rope-line">
        <span className="rope-half" data-hue={leftHue}>
          <span className="rope-won" {...useReach(Math.max(0, pull), wonLeft)} />
        </span>
        <span className="rope-half" data-hue={rightHue}>
          <span className="rope-won" {...useReach(Math.max(0, -pull), wonRight)} />
        </span>
        <span className="rope-middle" />
        <span className="rope-reach" {...useReach(pull, reachedAt)}>
          <span
            className="rope-knot"
            data-hue={leads === 'left' ? leftHue : leads === 'right' ? rightHue : undefined}
          >
            <Mark leads={leads} />
          </span>
        </span>
      </span>
      <span className="rope-foot">
        <span className="rope-words" {...phrase}>
          {leadWords(row, format)}
        </span>
        {terms !== '' && (
          <span className="rope-terms quiet line" {...phrase}>
            {terms}
          </span>
        )}
      </span>
      <RopeEnd standing={row.right} metric={metric} end="right" leads={leads === 'right'} />
    </li>
  )
})
Rope.displayName = 'Rope'

const marks = {
  left: 'M15 5 L7 12 L15 19 Z',
  right: 'M9 5 L17 12 L9 19 Z',
  level: 'M5 8 H19 V10.6 H5 Z M5 13.4 H19 V16 H5 Z',
}

/** Drawn, not typed: an arrow towards who leads, and an equals sign while nobody does. */
const Mark = ({ leads }: { readonly leads: HeadToHeadRow['leads'] }) => (
  <svg className="rope-mark" viewBox="0 0 24 24" aria-hidden="true">
    {leads !== null && <path d={marks[leads]} fill="currentColor" />}
  </svg>
)

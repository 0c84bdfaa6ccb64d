// One metric: a value at each end, and between them what it is about and who leads it, by how much.
import { memo } from 'react'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { HeadToHeadRow, HeadToHeadSide } from '../../../shared/wire/boards/head-to-head-board.ts'
import type { ViewWindow } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Badge } from '../parts/badge.tsx'
import { windowLabel } from '../parts/window-label.ts'
import { leadWords } from './lead-words.ts'
import './line.css'

interface LineProps {
  readonly row: HeadToHeadRow
  readonly slot: number
  readonly sides: readonly [HeadToHeadSide, HeadToHeadSide]
  /** The board's window: a line in another one says so. */
  readonly board: ViewWindow
}

/** What has to be known to read the line, and does not go without saying. */
const termsOf = ({ metric, perPerson, window }: HeadToHeadRow, board: ViewWindow, say: Say): string =>
  [
    windowLabel(window, say) === windowLabel(board, say) ? '' : windowLabel(window, say),
    perPerson ? say({ id: 'head-to-head.per-person', defaultMessage: 'per person' }) : '',
    metric.better === 'lower' ? say({ id: 'head-to-head.lower-wins', defaultMessage: 'lower wins' }) : '',
  ]
    .filter((term) => term !== '')
    .join(' · ')

export const Line = memo(({ row, slot, sides: [left, right], board }: LineProps) => {
  const { format } = useSurroundings()
  const { metric, leads } = row
  const terms = termsOf(row, board, format.say)
  const end = (of: 'left' | 'right', { hue }: HeadToHeadSide) => (
    <span
      className="versus-end"
      data-end={of}
      data-hue={leads === of ? hue : undefined}
      style={fittingFigure(format.value(row[of].value, metric.unit))}
    >
      <CountingNumber className="versus-value fitting-figure" amount={row[of].value} unit={metric.unit} />
    </span>
  )
  return (
    <li className="versus-line" style={{ order: slot }}>
      {end('left', left)}
      <span className="versus-metric">
        <span className="versus-name">
          <Badge indicator={metric.indicator} />
          <span className="versus-name-text fitting line" dir="auto" style={fitting(metric.name)}>
            {metric.name}
          </span>
        </span>
        <span className="versus-told">
          <span className="versus-lead" {...phrase}>
            {leads === 'left' && '◀ '}
            {leadWords(row, format)}
            {leads === 'right' && ' ▶'}
          </span>
          {terms !== '' && (
            <span className="versus-terms quiet line" {...phrase}>
              {terms}
            </span>
          )}
        </span>
      </span>
      {end('right', right)}
    </li>
  )
})
Line.displayName = 'Line'

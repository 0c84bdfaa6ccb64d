// "31 → 42 dials": what one's own past would have made by now, and what it is.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { ImprovedRow } from '../../../shared/wire/boards/improved-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { nounOf } from '../parts/noun-of.ts'
import './from-to.css'

/** From here on a tenth of a call is nobody's business. */
const wholeFrom = 10

const usualText = (from: number, { unit }: Pick<ViewMetric, 'unit'>, format: Format): string =>
  format.value(unit === 'count' && from >= wholeFrom ? Math.round(from) : from, unit)

interface FromToProps extends Pick<ImprovedRow, 'from' | 'to'> {
  readonly metric: ViewMetric
  /** False where the metric's name stands beside it. */
  readonly noun?: boolean
}

export const FromTo = ({ from, to, metric, noun = true }: FromToProps) => {
  const { format, locale } = useSurroundings()
  const now = format.value(to, metric.unit)
  return (
    <span className="from-to line">
      {usualText(from, metric, format)} <span className="from-to-arrow">→</span>{' '}
      <strong className="from-to-now">{now}</strong>
      {noun && metric.unit === 'count' && <> {nounOf(now, metric.noun, locale)}</>}
    </span>
  )
}

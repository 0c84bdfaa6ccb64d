// "31 → 42 dials": what one's own past would have made by now, and what it is.

import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { ImprovedRow } from '../../../shared/wire/boards/improved-board.ts'
import type { Unit, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { nounOf } from '../parts/noun-of.ts'
import './from-to.css'

/** From here on a tenth of a call is nobody's business. */
const wholeFrom = 10

const usualFrom = (from: number, unit: Unit): number =>
  unit === 'count' && from >= wholeFrom ? Math.round(from) : from

/**
 * In em, of both amounts: where they are longer, the first goes without the currency that the second has; and where they
 * are still longer without it, both do.
 */
const [mostEms, mostShortEms] = [9, 7.8]

interface FromToProps extends Pick<ImprovedRow, 'from' | 'to'> {
  readonly metric: ViewMetric
  /** False where the metric's name stands beside it. */
  readonly noun?: boolean
}

export const FromTo = ({ from, to, metric, noun = true }: FromToProps) => {
  const { format, locale } = useSurroundings()
  const whole = format.value(to, metric.unit)
  const usual = usualFrom(from, metric.unit)
  const isLong = textWidth(format.value(usual, metric.unit)) + textWidth(whole) > mostEms
  const past = isLong ? format.unsigned(usual, metric.unit) : format.value(usual, metric.unit)
  const isVeryLong = isLong && textWidth(past) + textWidth(whole) > mostShortEms
  const now = isVeryLong ? format.unsigned(to, metric.unit) : whole
  const words = noun && metric.unit === 'count' ? ` ${nounOf(now, metric.noun, locale)}` : ''
  return (
    <span className="from-to fitting line" style={fitting(`${past} → ${now}${words}`)} {...phrase}>
      {past} → <strong className="from-to-now">{now}</strong>
      {words}
    </span>
  )
}

// The sum that the board is about, as everybody can do it in their head.

import type { Format } from '../../../shared/domain/words/format.ts'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { Rhythm } from '../../../shared/wire/boards/countdown-ask-board.ts'
import type { Unit, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fitting } from '../../ui/fitting.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { nounAfter } from '../parts/ask-text.ts'
import './sum.css'

interface SumProps {
  readonly metric: ViewMetric
  readonly left: number
  readonly days: number
  readonly rhythm: Rhythm
}

/** In em: of a longer noun only "to go" is said; what the board is about stands above its title. */
const longestWords = 12.5

/** Whether the rhythm is what the division comes to, as it is written: what was rounded up does not equal it. */
const saysAll = (daily: number, rhythm: Rhythm, written: string, unit: Unit, format: Format): boolean =>
  unit === 'money'
    ? format.value(daily, unit) === written
    : Math.abs(daily - rhythm.amount / rhythm.days) < 1e-9

export const Sum = ({ metric, left, days, rhythm }: SumProps) => {
  const { format, locale } = useSurroundings()
  const { say } = format
  const { unit } = metric
  const leftText = format.value(left, unit)
  const texts = [leftText, format.value(days, 'count'), format.value(rhythm.amount, unit)]
  // All three in the size that the longest has room for.
  const longest = texts.reduce((a, b) => (textWidth(a) >= textWidth(b) ? a : b))
  const noun = nounAfter(leftText, metric, say, locale)
  const shortToGo = say({ id: 'countdown.to-go', defaultMessage: 'to go' })
  const toGo =
    noun === '' ? shortToGo : say({ id: 'countdown.noun-to-go', defaultMessage: '{noun} to go' }, { noun })
  const isExact = saysAll(left / days, rhythm, format.value(rhythm.amount, unit), unit, format)
  return (
    <div className="to-go-sum" style={fitting(longest)}>
      <Term amount={left} unit={unit} words={textWidth(toGo) > longestWords ? shortToGo : toGo} />
      <span className="to-go-sum-sign" aria-hidden="true">
        ÷
      </span>
      <Term
        amount={days}
        unit="count"
        words={say({ id: 'countdown.working-days-left', defaultMessage: 'working days left' })}
      />
      <span className="to-go-sum-sign" data-rounded={!isExact || undefined} aria-hidden="true">
        {isExact ? '=' : '→'}
      </span>
      <Term
        amount={rhythm.amount}
        unit={unit}
        words={say(
          { id: 'countdown.every', defaultMessage: '{days, plural, =1 {a day} other {every # days}}' },
          { days: rhythm.days },
        )}
        asks
      />
    </div>
  )
}

interface TermProps {
  readonly amount: number
  readonly unit: Unit
  readonly words: string
  readonly asks?: boolean
}

const Term = ({ amount, unit, words, asks = false }: TermProps) => (
  <div className="to-go-sum-term" data-asks={asks || undefined}>
    <div className="to-go-sum-room">
      <CountingNumber className="to-go-sum-figure" amount={amount} unit={unit} />
      <span className="to-go-sum-words">
        <span className="fitting line" dir="auto" style={fitting(words)}>
          {words}
        </span>
      </span>
    </div>
  </div>
)

// How a screen is: shape, word and since when.
import { TriangleAlert } from 'lucide-react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import type { ScreenStatus } from '../../../../shared/wire/screens.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useAgeWords } from '../../kit/age-words.ts'
import { StateDot, useStateWord } from '../../kit/screen-state.tsx'
import { healthOf, isSlow } from './device-words.ts'
import './state-line.css'

/** Ages are in minutes. */
const lookEveryMs = 15_000

export function StateLine({ status }: { readonly status: ScreenStatus | undefined }) {
  const stateWord = useStateWord()
  const ageWords = useAgeWords()
  const now = useFeedNow(lookEveryMs)
  const state = status?.state ?? 'never'
  const frames = healthOf(status)?.framesPerSecond
  if (state === 'live' && isSlow(status) && frames !== undefined)
    return (
      <span className="state-line" data-bad="">
        <TriangleAlert aria-hidden="true" />
        <FormattedMessage
          id="console.state.slow"
          defaultMessage="slow, {frames} fps"
          values={{ frames: <FormattedNumber value={frames} maximumFractionDigits={0} /> }}
        />
      </span>
    )
  return (
    <span className="state-line" data-bad={state === 'off' ? '' : undefined}>
      <StateDot state={state} />
      {state === 'off' && status?.since ? (
        <FormattedMessage
          id="console.state.off-for"
          defaultMessage="off for {age}"
          values={{ age: ageWords(now - status.since) }}
        />
      ) : state === 'live' && frames !== undefined ? (
        <FormattedMessage
          id="console.state.smooth"
          defaultMessage="smooth, {frames} fps"
          values={{ frames: <FormattedNumber value={frames} maximumFractionDigits={0} /> }}
        />
      ) : (
        stateWord(state)
      )}
    </span>
  )
}

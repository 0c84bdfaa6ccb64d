// Where to coach, in words, with the counts behind it.
import { FormattedMessage } from 'react-intl'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import { useSay } from '../../words/words.tsx'
import { pointWords } from './point-words.ts'
import { useFloorFormat } from './use-floor-format.ts'
import './point-card.css'

interface PointCardProps {
  readonly answer: CoachingAnswer
  readonly isSelf: boolean
}

export function PointCard({ answer, isSelf }: PointCardProps) {
  const say = useSay()
  const format = useFloorFormat()
  const { headline, facts, against, around } = pointWords({ answer, say, format, isSelf })
  const { kind } = answer.point
  return (
    <section className="point" data-point={kind}>
      {(kind === 'sank' || kind === 'lags') && (
        <p className="point-over small strong">
          {isSelf ? (
            <FormattedMessage id="console.coaching.over.self" defaultMessage="Look here first" />
          ) : (
            <FormattedMessage id="console.coaching.over" defaultMessage="Coach here" />
          )}
        </p>
      )}
      <h2 dir="auto">{headline}</h2>
      <p className="point-facts" dir="auto">
        {facts} {against !== null && <strong>{against}</strong>} {around.join(' ')}
      </p>
    </section>
  )
}

// The points of a season in a ring that fills up from one level to the next.
import { FormattedMessage, FormattedNumber } from 'react-intl'
import type { SeasonStanding } from '../../../../shared/wire/season-answers.ts'

const size = 168
const stroke = 14
const radius = (size - stroke) / 2
const around = 2 * Math.PI * radius

export function LevelRing({ of: { points, share, next } }: { readonly of: SeasonStanding }) {
  const full = Math.max(0, Math.min(1, share))
  return (
    <div className="ring" data-full={next === null ? '' : undefined}>
      <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <circle className="ring-track" cx={size / 2} cy={size / 2} r={radius} strokeWidth={stroke} />
        {full > 0 && (
          <circle
            className="ring-full"
            cx={size / 2}
            cy={size / 2}
            r={radius}
            strokeWidth={stroke}
            strokeDasharray={`${full * around} ${around}`}
            transform={`rotate(-90 ${size / 2} ${size / 2})`}
          />
        )}
      </svg>
      <p className="ring-words">
        <strong className="figures">
          <FormattedNumber value={points} />
        </strong>
        <span className="soft small">
          <FormattedMessage
            id="console.shelf.points"
            defaultMessage="{points, plural, one {point} other {points}}"
            values={{ points }}
          />
        </span>
      </p>
    </div>
  )
}

// A team on its ladder: how far it is to its goal, which tiers it has reached and what comes next.
import { Check } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { TeamTierRow } from '../../../../shared/wire/season-answers.ts'
import { useSay } from '../../words/words.tsx'
import './season.css'

/** How much of the track is beyond the highest tier. */
const beyond = 1.06

interface TeamLadderProps {
  readonly of: TeamTierRow
  /** Whether it says which goal it is about, where nothing above it does. */
  readonly saysGoal: boolean
}

export function TeamLadder({ of, saysGoal }: TeamLadderProps) {
  const say = useSay()
  const highest = Math.max(...of.tiers.map(({ at }) => at)) * beyond
  const along = (share: number): string => `${Math.min(100, (share / highest) * 100)}%`
  return (
    <div className="ladder">
      <p className="ladder-head">
        <bdi className="strong ladder-team">{of.name}</bdi>
        {saysGoal && (
          <span className="soft small">
            <bdi>{of.metric}</bdi> · {of.period}
          </span>
        )}
        <span className="figures ladder-value">
          <FormattedMessage
            id="console.season.of-goal"
            defaultMessage="{value} of {goal}"
            values={{ value: <strong>{of.value}</strong>, goal: of.goal }}
          />
        </span>
      </p>
      <div className="ladder-track" aria-hidden="true">
        <span className="ladder-full" style={{ width: along(Math.max(0, of.share)) }} />
        {of.tiers.map(({ at, reached }) => (
          <span
            key={at}
            className="ladder-tick"
            data-reached={reached ? '' : undefined}
            style={{ insetInlineStart: along(at) }}
          />
        ))}
      </div>
      <ul className="ladder-tiers">
        {of.tiers.map(({ at, atSays, unlocks, multiplies, reached }) => (
          <li key={at} data-reached={reached ? '' : undefined}>
            <span className="ladder-at figures">{atSays}</span>
            <span className="grow" dir="auto">
              {[
                unlocks,
                multiplies > 1
                  ? say(
                      { id: 'console.season.times', defaultMessage: 'points × {times, number}' },
                      { times: multiplies },
                    )
                  : null,
              ]
                .filter((each) => each !== null)
                .join(' · ') || say({ id: 'console.season.nothing-more', defaultMessage: 'For the honour' })}
            </span>
            {reached && (
              <span className="ladder-reached">
                <Check aria-hidden="true" />
                <FormattedMessage id="console.season.unlocked" defaultMessage="Unlocked" />
              </span>
            )}
          </li>
        ))}
      </ul>
      {of.next !== null && (
        <p className="small ladder-next" dir="auto">
          <FormattedMessage
            id="console.season.next"
            defaultMessage="Next: {next}"
            values={{ next: of.next }}
          />
        </p>
      )}
    </div>
  )
}

// Two metrics side by side: which of them foretold the outcome better, how well each did, and on what that rests.
import { Pencil } from 'lucide-react'
import type { CSSProperties } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { TrialAnswer, TrialSide } from '../../../../shared/wire/trial.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useDateWords } from '../../words/use-date-words.ts'
import { useSay } from '../../words/words.tsx'
import { trialWords } from './trial-words.ts'

/** From −1 to 1, as a place on the scale. */
const at = (of: number): string => `${((of + 1) / 2) * 100}%`

function Side({ side, isBetter }: { readonly side: TrialSide; readonly isBetter: boolean }) {
  const { formatNumber } = useIntl()
  const say = useSay()
  const text = (of: number): string =>
    formatNumber(of, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace('-', '−')
  const { correlation, low, high, metric } = side
  const between =
    low === null || high === null
      ? null
      : say(
          { id: 'console.trial.between', defaultMessage: 'between {low} and {high}' },
          { low: text(low), high: text(high) },
        )
  return (
    <li className="trial-side" data-better={isBetter ? '' : undefined}>
      <p className="trial-side-head">
        <span className={isBetter ? 'strong' : undefined}>
          <bdi>{metric.name}</bdi>
        </span>
        {correlation === null ? (
          <span className="soft">–</span>
        ) : (
          <span>
            <strong className="figures">{text(correlation)}</strong>
            {between !== null && <span className="soft small figures">{between}</span>}
          </span>
        )}
      </p>
      {correlation !== null && low !== null && high !== null && (
        <div
          className="trial-scale"
          aria-hidden="true"
          style={{ '--low': at(low), '--high': at(high), '--middle': at(correlation) } as CSSProperties}
        >
          <span className="trial-none" />
          <span className="trial-range" />
          <span className="trial-middle" />
        </div>
      )}
    </li>
  )
}

interface TrialCardProps {
  readonly trial: TrialAnswer
  /** Changes what is compared; null for whoever may not. */
  readonly onChange: (() => void) | null
}

export function TrialCard({ trial, onChange }: TrialCardProps) {
  const say = useSay()
  const date = useDateWords()
  const { name, verdict, sides, outcome, people, from, until, outcomeFrom, outcomeUntil, running } = trial
  const isTold = sides.some(({ correlation }) => correlation !== null)
  return (
    <Card
      title={<bdi>{name}</bdi>}
      note={
        <span className="trial-note">
          <FormattedMessage
            id="console.metrics.from-until"
            defaultMessage="{since} to {until}"
            values={{ since: date(from), until: date(until) }}
          />
          {onChange && (
            <Button
              look="quiet"
              size="small"
              icon={<Pencil />}
              aria-label={say({ id: 'console.cadence.change', defaultMessage: 'Change {name}' }, { name })}
              onPress={onChange}
            />
          )}
        </span>
      }
    >
      <p className="trial-verdict">{trialWords(say, trial)}</p>
      {isTold && (
        <>
          <ul className="trial-sides">
            <Side side={sides[0]} isBetter={verdict === 'first'} />
            <Side side={sides[1]} isBetter={verdict === 'second'} />
          </ul>
          <p className="trial-ends soft small" aria-hidden="true">
            <span>
              <FormattedMessage id="console.trial.ends.against" defaultMessage="−1 the other way round" />
            </span>
            <span>
              <FormattedMessage id="console.trial.ends.none" defaultMessage="0 no connection" />
            </span>
            <span>
              <FormattedMessage id="console.trial.ends.with" defaultMessage="1 the same order" />
            </span>
          </p>
          <p className="soft small">
            <FormattedMessage
              id="console.trial.method"
              defaultMessage="Of {people} people who were here all the time: does whoever has more of it also have more of {outcome}, person by person? 1 is the same order, 0 is none. The band is where it truly lies, 19 times of 20."
              values={{ people, outcome: <bdi>{outcome.name}</bdi> }}
            />
          </p>
        </>
      )}
      {(outcomeFrom !== from || running) && (
        <p className="soft small">
          <FormattedMessage
            id="console.trial.outcome"
            defaultMessage="{outcome} is that of {since} to {until}.{running, select, true { It is not over, and may still turn.} other {}}"
            values={{
              outcome: <bdi>{outcome.name}</bdi>,
              since: date(outcomeFrom),
              until: date(outcomeUntil),
              running: `${running}`,
            }}
          />
        </p>
      )}
    </Card>
  )
}

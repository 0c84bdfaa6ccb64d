// The versions of a period's plan, the one that holds first: from when, why, what it asks, and on whose rates it rests.
import { FormattedMessage } from 'react-intl'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import type { Plan } from '../../../../shared/wire/plan.ts'
import { Card } from '../../kit/card.tsx'
import { More } from '../../kit/more.tsx'
import { useSay } from '../../words/words.tsx'
import { PlainDay } from '../agreed/plain-day.tsx'
import { askWords, metricOf, rateWords, stepWord } from './figures.ts'
import { whoseWords } from './plan-words.ts'
import { useFloorFormat } from './use-floor-format.ts'
import './plan-versions.css'

interface VersionProps {
  readonly plan: Plan
  readonly answer: CoachingAnswer
  /** Rates whose history is counted otherwise by now. */
  readonly corrected?: CoachingAnswer['corrected']
}

function VersionHead({ plan, answer }: VersionProps) {
  const say = useSay()
  const format = useFloorFormat()
  const last = answer.metrics.at(-1)
  const amount = format.value(plan.quota, last?.unit ?? 'count')
  // A sum of money says what it is; 18 does not.
  const quota = last?.unit === 'count' ? `${amount} ${stepWord(say, last, 'figure')}` : amount
  return (
    <p className="plan-version-head">
      <span className="strong">
        <FormattedMessage
          id="console.plan.version"
          defaultMessage="Version {version}, from {day}"
          values={{ version: plan.version, day: <PlainDay day={plan.holdsFrom} /> }}
        />
      </span>
      <span className="soft small">
        {plan.reason === null ? (
          <FormattedMessage
            id="console.plan.first"
            defaultMessage="drawn up when the period began, for {quota} in {days, plural, one {# day} other {# days}}"
            values={{ quota: <bdi>{quota}</bdi>, days: plan.days }}
          />
        ) : (
          <FormattedMessage
            id="console.plan.again"
            defaultMessage="“{reason}” · for {quota}, of which {won} was won, in {days, plural, one {# day} other {# days}}"
            values={{
              reason: <bdi>{plan.reason}</bdi>,
              quota: <bdi>{quota}</bdi>,
              won: format.value(plan.won, last?.unit ?? 'count'),
              days: plan.days,
            }}
          />
        )}
      </span>
    </p>
  )
}

function Steps({ plan, answer, corrected = [] }: VersionProps) {
  const say = useSay()
  const format = useFloorFormat()
  return (
    <table className="plan-steps small">
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="console.plan.step" defaultMessage="Step" />
          </th>
          <th scope="col">
            <FormattedMessage id="console.plan.all" defaultMessage="In all" />
          </th>
          <th scope="col">
            <FormattedMessage id="console.plan.rate" defaultMessage="Rate" />
          </th>
        </tr>
      </thead>
      <tbody className="figures">
        {plan.steps.map(({ metric, need, rate }, index) => {
          const to = metricOf(answer.metrics, metric)
          const from = answer.metrics[index - 1]
          const unit = to?.unit ?? 'count'
          const isShare =
            answer.readings.find((reading) => reading.metric === metric)?.isShare ?? from?.unit === unit
          const byNow = corrected.find((each) => each.metric === metric)
          return (
            <tr key={metric}>
              <th scope="row" dir="auto">
                {to?.name ?? metric}
              </th>
              <td>{askWords(format, need, unit)}</td>
              <td>
                {rate && (
                  <>
                    {rateWords(format, rate.value, isShare, unit)}{' '}
                    <span className="soft">{whoseWords(say, rate.of)}</span>
                  </>
                )}
                {byNow && (
                  <span className="plan-corrected">
                    <FormattedMessage
                      id="console.plan.corrected"
                      defaultMessage="counted by now: {rate}"
                      values={{ rate: rateWords(format, byNow.value, isShare, unit) }}
                    />
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export function PlanVersions({ answer }: { readonly answer: CoachingAnswer }) {
  const [plan, ...before] = answer.plans.toReversed()
  if (!plan) return null
  return (
    <Card
      title={<FormattedMessage id="console.plan.title" defaultMessage="The plan" />}
      note={
        <FormattedMessage
          id="console.plan.history"
          defaultMessage="rates of {from} to {to}"
          values={{
            from: <PlainDay day={plan.history.from} />,
            to: <PlainDay day={plan.history.to} shift={-1} />,
          }}
        />
      }
    >
      <VersionHead plan={plan} answer={answer} />
      <Steps plan={plan} answer={answer} corrected={answer.corrected} />
      {answer.corrected.length > 0 && (
        <p className="soft small">
          <FormattedMessage
            id="console.plan.corrected.note"
            defaultMessage="Facts of that time came late or were corrected since. The plan stays as it was; a re-plan takes what is known by now."
          />
        </p>
      )}
      {before.length > 0 && (
        <More
          level={3}
          words={
            <FormattedMessage
              id="console.plan.before"
              defaultMessage="{count, plural, one {The version before it} other {The # versions before it}}"
              values={{ count: before.length }}
            />
          }
        >
          {before.map((each) => (
            <div key={each.version} className="plan-version">
              <VersionHead plan={each} answer={answer} />
              <Steps plan={each} answer={answer} />
            </div>
          ))}
        </More>
      )}
    </Card>
  )
}

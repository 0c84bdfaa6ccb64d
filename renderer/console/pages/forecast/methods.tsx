// The three methods beneath the range: each with its own band, its part in it, and what it rests on.
import { FormattedMessage } from 'react-intl'
import type { ForecastAnswer, ForecastMethod } from '../../../../shared/wire/forecast.ts'
import { Card } from '../../kit/card.tsx'
import { useSay } from '../../words/words.tsx'
import { useFloorFormat } from '../coaching/use-floor-format.ts'
import { Band } from './band.tsx'
import { methodName, restsOn, whyNot } from './method-words.ts'

interface MethodProps {
  readonly answer: ForecastAnswer
  readonly method: ForecastMethod
  readonly most: number
}

function Stages({ on }: { readonly on: NonNullable<ForecastMethod['on']> }) {
  const format = useFloorFormat()
  if (on.method !== 'pipeline') return null
  return (
    <ul className="forecast-stages soft small">
      {on.stages.map(({ stage, open, seen, won }) => (
        <li key={stage ?? ''}>
          {stage === null ? (
            <FormattedMessage id="console.forecast.no-stage" defaultMessage="Stage unknown" />
          ) : (
            <bdi>{stage}</bdi>
          )}{' '}
          <b className="figures">{open}</b>
          {seen > 0 && (
            <FormattedMessage
              id="console.forecast.won-share"
              defaultMessage=", {share} won in time"
              values={{ share: format.value(won / seen, 'percent') }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Method({ answer, method, most }: MethodProps) {
  const say = useSay()
  const format = useFloorFormat()
  const { id, why, range, weight, on } = method
  const unit = answer.metric?.unit ?? 'money'
  const between = range && {
    low: format.value(range.p10, unit),
    high: format.value(range.p90, unit),
  }
  return (
    <li className="forecast-method">
      <p className="forecast-method-head">
        <span className="strong">{methodName(say, id)}</span>
        {between && (
          <span className="figures">
            <FormattedMessage
              id="console.forecast.between"
              defaultMessage="{low} to {high}"
              values={between}
            />
          </span>
        )}
      </p>
      {range && between && (
        <Band
          range={range}
          soFar={answer.soFar}
          goal={answer.goal}
          most={most}
          label={say({ id: 'console.forecast.between', defaultMessage: '{low} to {high}' }, between)}
        />
      )}
      <p className="soft small">
        {why !== null ? whyNot(say, why) : on && restsOn(say, format, on, answer)}{' '}
        {weight > 0 && (
          <FormattedMessage
            id="console.forecast.weight"
            defaultMessage="Its part in the range: {share}."
            values={{ share: format.value(weight, 'percent') }}
          />
        )}
      </p>
      {on && <Stages on={on} />}
    </li>
  )
}

export function Methods({ answer, most }: { readonly answer: ForecastAnswer; readonly most: number }) {
  return (
    <Card
      flush
      title={<FormattedMessage id="console.forecast.methods" defaultMessage="What it rests on" />}
      note={
        answer.weeks > 0 ? (
          <FormattedMessage
            id="console.forecast.weeks"
            defaultMessage="measured on {weeks} past weeks"
            values={{ weeks: answer.weeks }}
          />
        ) : null
      }
    >
      <ul className="lines">
        {answer.methods.map((method) => (
          <Method key={method.id} answer={answer} method={method} most={most} />
        ))}
      </ul>
    </Card>
  )
}

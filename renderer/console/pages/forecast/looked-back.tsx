// How far this forecast was off on past days: what stands next to the range, so that nobody takes it for more than it is.
import { FormattedMessage } from 'react-intl'
import type { ForecastAnswer } from '../../../../shared/wire/forecast.ts'
import { Card } from '../../kit/card.tsx'
import { useFloorFormat } from '../coaching/use-floor-format.ts'

export function LookedBack({ answer }: { readonly answer: ForecastAnswer }) {
  const format = useFloorFormat()
  const {
    lookedBack: { inside, offBy },
    metric,
  } = answer
  const hits = inside.filter((each) => each).length
  return (
    <Card title={<FormattedMessage id="console.forecast.back" defaultMessage="How good it was before" />}>
      {inside.length === 0 || offBy === null ? (
        <p className="soft">
          <FormattedMessage
            id="console.forecast.back.none"
            defaultMessage="It cannot be looked back yet: the history is too short to have made this forecast before."
          />
        </p>
      ) : (
        <>
          <p className="forecast-hits">
            <FormattedMessage
              id="console.forecast.back.hits"
              defaultMessage="{hits} of {times}"
              values={{ hits, times: inside.length }}
            />
          </p>
          <p>
            <FormattedMessage
              id="console.forecast.back.times"
              defaultMessage="past weeks ended within the range that it gave with as much time to go. Eight of ten are meant to."
            />
          </p>
          <div className="forecast-marks" aria-hidden="true">
            {inside.map((isInside, week) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
              <span key={week} data-inside={isInside ? '' : undefined} />
            ))}
          </div>
          <p className="soft small">
            <FormattedMessage
              id="console.forecast.back.off"
              defaultMessage="Half of the time its middle was off by less than {amount}. Each week rests on what was known then."
              values={{ amount: format.value(offBy, metric?.unit ?? 'money') }}
            />
          </p>
        </>
      )}
    </Card>
  )
}

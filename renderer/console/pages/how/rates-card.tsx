// The exchange rates by which amounts of these facts were converted: the floor's own, each at its day.
import { FormattedMessage, FormattedNumber } from 'react-intl'
import type { ExplainedAnswer } from '../../../../shared/wire/explained.ts'
import { useMe } from '../../api/queries.ts'
import { Card } from '../../kit/card.tsx'

export function RatesCard({ answer: { parts } }: { readonly answer: ExplainedAnswer }) {
  const own = useMe()?.floor.currency ?? 'USD'
  const rates = new Map(
    parts.flatMap(({ lines }) =>
      lines.flatMap(({ amount, rate }) =>
        amount === null || rate === null
          ? []
          : [[`${amount.currency} ${rate}`, { currency: amount.currency, rate }] as const],
      ),
    ),
  )
  if (rates.size === 0) return null
  return (
    <Card title={<FormattedMessage id="console.how.rates" defaultMessage="Exchange rates" />}>
      <dl className="how-rates">
        {[...rates.values()].map(({ currency, rate }) => (
          <div key={`${currency} ${rate}`}>
            <dt>1 {currency}</dt>
            <dd className="strong">
              <FormattedNumber value={rate} maximumFractionDigits={6} /> {own}
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        <FormattedMessage
          id="console.how.rates.note"
          defaultMessage="From the floor’s own table. Each deal is counted at the rate of the day on which it closed."
        />
      </p>
    </Card>
  )
}

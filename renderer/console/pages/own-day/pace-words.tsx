// How a number stands against its pace, in words and with the sign that it has on walls.
import { Clock3 } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { OwnNumber } from '../../../../shared/wire/own-numbers.ts'

/** Null where there is nothing to say: no goal, or nothing to judge yet. */
export function PaceWords({ number: { state, ahead } }: { readonly number: OwnNumber }) {
  if (state === null) return null
  if (state === 'reached')
    return (
      <span className="own-pace" data-state="reached">
        <span aria-hidden="true">★ </span>
        <FormattedMessage id="console.own.reached" defaultMessage="goal reached" />
      </span>
    )
  const good = state === 'on pace'
  const amount = ahead !== null && ahead.amount !== 0 && ahead.amount > 0 === good ? ahead : null
  return (
    <span className="own-pace" data-state={good ? 'good' : 'bad'}>
      {good ? <span aria-hidden="true">▲ </span> : <Clock3 className="own-late" aria-hidden="true" />}
      {good ? (
        amount ? (
          <FormattedMessage
            id="console.own.ahead"
            defaultMessage="{amount} ahead of pace"
            values={{ amount: amount.words }}
          />
        ) : (
          <FormattedMessage id="console.own.on-pace" defaultMessage="on pace" />
        )
      ) : amount ? (
        <FormattedMessage
          id="console.own.behind-by"
          defaultMessage="{amount} behind pace"
          values={{ amount: amount.words }}
        />
      ) : (
        <FormattedMessage id="console.own.behind" defaultMessage="behind pace" />
      )}
    </span>
  )
}

// On how many days in a row the goal of the day was reached.
import { FormattedMessage } from 'react-intl'
import type { OwnNumber } from '../../../../shared/wire/own-numbers.ts'

/** Nothing where there is no streak. */
export function StreakWords({ number: { streak } }: { readonly number: OwnNumber }) {
  if (streak === null) return null
  return (
    <span className="own-streak">
      <FormattedMessage
        id="console.own.streak"
        defaultMessage="{days} days in a row{capped, select, true { and more} other {}}"
        values={{ days: streak.days, capped: `${streak.capped}` }}
      />
    </span>
  )
}

// Deals that count nowhere for want of a rate, by currency, and the rate that has them taken.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { LackedRate } from '../../../../shared/wire/sources.ts'
import { sourcesQuery } from '../../api/sources.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { RateFix } from '../faults/value-fixes.tsx'

export function LackedRates({ lacked }: { readonly lacked: readonly LackedRate[] }) {
  const client = useQueryClient()
  const [asked, setAsked] = useState<LackedRate | null>(null)
  const close = () => {
    setAsked(null)
    void client.invalidateQueries({ queryKey: sourcesQuery.queryKey })
  }
  return (
    <>
      {lacked.map((each) => (
        <Notice
          key={each.currency}
          tone="warn"
          title={
            <FormattedMessage
              id="console.rates.lacked"
              defaultMessage="{deals, plural, one {One deal} other {# deals}} in {currency} {deals, plural, one {counts} other {count}} nowhere: the floor has no rate for it"
              values={{ deals: each.deals, currency: each.currency }}
            />
          }
          actions={
            <Button size="small" look="primary" onPress={() => setAsked(each)}>
              <FormattedMessage
                id="console.rates.add"
                defaultMessage="Add a rate for {currency}"
                values={{ currency: each.currency }}
              />
            </Button>
          }
        >
          <p className="small">
            <FormattedMessage
              id="console.rates.since"
              defaultMessage="The first of them is of {from}."
              values={{
                from: <FormattedDate value={`${each.from}T12:00:00Z`} dateStyle="medium" timeZone="UTC" />,
              }}
            />
          </p>
        </Notice>
      ))}
      {asked && <RateFix currency={asked.currency} from={asked.from} onClose={close} />}
    </>
  )
}

// What the rule would have celebrated in the last 90 days: how often, and whom.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { FormattedDate, FormattedMessage, FormattedNumber } from 'react-intl'
import type { CelebrationRule } from '../../../../shared/wire/celebrations/rule.ts'
import { triedQuery } from '../../api/celebrations.ts'
import { Notice } from '../../kit/notice.tsx'

/** As many as show what kind of thing it is. */
const mostShown = 5

export function TryPanel({ rule }: { readonly rule: CelebrationRule | null }) {
  const { data, error, isFetching } = useQuery(triedQuery(useDeferredValue(rule)))
  if (rule === null)
    return (
      <p className="soft small">
        <FormattedMessage
          id="console.celebrate.try.incomplete"
          defaultMessage="Once the rule is complete, this shows what it would have celebrated."
        />
      </p>
    )
  if (error)
    return (
      <Notice tone="warn">
        <FormattedMessage
          id="console.celebrate.try.failed"
          defaultMessage="What it would have celebrated cannot be worked out now: {why}"
          values={{ why: error.message }}
        />
      </Notice>
    )
  if (!data)
    return (
      <p className="soft small" role="status">
        <FormattedMessage
          id="console.celebrate.try.looking"
          defaultMessage="Looking through the last 90 days…"
        />
      </p>
    )
  const { hits, total, perDay, busiestDay, warning } = data
  return (
    <section className="try" aria-busy={isFetching} role="status">
      <p className="strong">
        <FormattedMessage
          id="console.celebrate.try.total"
          defaultMessage="{total, plural, =0 {Nothing in the last 90 days} one {Once in the last 90 days} other {# times in the last 90 days, {perDay} a working day}}"
          values={{ total, perDay: <FormattedNumber value={perDay} maximumFractionDigits={1} /> }}
        />
      </p>
      {busiestDay !== null && busiestDay.count > 1 && (
        <p className="soft small">
          <FormattedMessage
            id="console.celebrate.try.busiest"
            defaultMessage="Most on {day}: {count}"
            values={{
              day: <FormattedDate value={busiestDay.day} dateStyle="medium" timeZone="UTC" />,
              count: busiestDay.count,
            }}
          />
        </p>
      )}
      {warning !== null && <Notice tone="warn">{warning}</Notice>}
      <ul className="try-hits">
        {hits.slice(0, mostShown).map(({ at, names, about }) => (
          <li key={`${at}:${names.join()}:${about}`} className="small">
            <span className="soft figures">
              <FormattedDate value={at} dateStyle="medium" />
            </span>
            <span dir="auto">{[...names, about].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

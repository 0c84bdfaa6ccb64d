// One payment: what somebody did for it, what it comes to, what cut it, and what became of it.
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { SpiffLine as Line } from '../../../../shared/wire/spiffs.ts'
import { Tag } from '../../kit/tag.tsx'
import { useSpiffWords } from './use-spiff-words.ts'

interface SpiffLineProps {
  readonly of: Line
  readonly currency: string
  /** What stands first: a name, or what it is of. */
  readonly title?: ReactNode
  readonly children?: ReactNode
}

function Decided({ of: { state, decided } }: { readonly of: Line }) {
  if (decided === null) return null
  const values = {
    by: <bdi>{decided.by}</bdi>,
    on: <FormattedDate value={decided.at} day="numeric" month="short" />,
    reason: <bdi>{decided.reason}</bdi>,
  }
  return (
    <p className="soft small">
      {state === 'approved' ? (
        <FormattedMessage
          id="console.spiff.approved-by"
          defaultMessage="approved by {by} on {on}"
          values={values}
        />
      ) : (
        <FormattedMessage
          id="console.spiff.refused-by"
          defaultMessage="refused by {by} on {on}: {reason}"
          values={values}
        />
      )}
    </p>
  )
}

export function SpiffLine({ of, currency, title, children }: SpiffLineProps) {
  const words = useSpiffWords(currency)
  const { what, account, on, amountMinor, fullMinor, cut, changed, state } = of
  return (
    <li className="line">
      <div className="grow">
        <p>
          {title !== undefined && <span className="strong">{title} </span>}
          <bdi>{words.did(of)}</bdi>
        </p>
        {what !== null && of.for !== 'metric' && (
          <p className="small" dir="auto">
            {of.for === 'shared-win' ? what : `“${what}”`}
          </p>
        )}
        <p className="soft small">
          {words.on(on)}
          {account !== null && (
            <>
              {' · '}
              <bdi>{account}</bdi>
            </>
          )}
          {cut !== null && ` · ${words.cut(cut)}`}
        </p>
        <Decided of={of} />
        {changed !== null && (
          <Tag tone="private">
            <CircleAlert aria-hidden="true" />
            {changed === 'gone' ? (
              <FormattedMessage
                id="console.spiff.changed.gone"
                defaultMessage="changed since approval: it would not be paid any more"
              />
            ) : (
              <FormattedMessage
                id="console.spiff.changed.moved"
                defaultMessage="changed since approval: it is of another day now"
              />
            )}
          </Tag>
        )}
      </div>
      <div className="spiff-end">
        <span className="spiff-amount figures" data-none={amountMinor === 0 ? '' : undefined}>
          {words.minor(amountMinor)}
          {state === 'due' && amountMinor < fullMinor && (
            <span className="spiff-was">{words.minor(fullMinor)}</span>
          )}
        </span>
        {children}
      </div>
    </li>
  )
}

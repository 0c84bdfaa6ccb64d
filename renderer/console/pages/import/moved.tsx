// Which numbers of the floor move, and from what to what.
import { ArrowRight } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { MetricChange } from '../../../../shared/wire/imports.ts'

/** Nobody reads a longer list. */
const mostShown = 6

export function Moved({ metrics }: { readonly metrics: readonly MetricChange[] }) {
  const moved = metrics.flatMap(({ metric, name, windows: [first] }) =>
    first === undefined ? [] : [{ metric, name, ...first }],
  )
  if (moved.length === 0) return null
  return (
    <>
      <dl className="import-moved">
        {moved.slice(0, mostShown).map(({ metric, name, window, before, after }) => (
          <div key={metric} style={{ display: 'contents' }}>
            <dt>
              <bdi>{name}</bdi> <span className="soft small">{window}</span>
            </dt>
            <dd>
              {before} <ArrowRight size={14} aria-hidden="true" style={{ display: 'inline' }} />{' '}
              <span className="strong">{after}</span>
            </dd>
          </div>
        ))}
      </dl>
      {moved.length > mostShown && (
        <p className="soft small">
          <FormattedMessage
            id="console.imports.moved.more"
            defaultMessage="… and {count, plural, one {one more number} other {# more numbers}}."
            values={{ count: moved.length - mostShown }}
          />
        </p>
      )}
    </>
  )
}

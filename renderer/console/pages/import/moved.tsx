// Which numbers of the floor move, and from what to what.
import { ArrowRight } from 'lucide-react'
import { useMemo } from 'react'
import { FormattedMessage } from 'react-intl'
import { metricsByBoards } from '../../../../shared/domain/metric-drafts/by-boards.ts'
import type { MetricChange } from '../../../../shared/wire/imports.ts'
import { useFloor } from '../../api/floor-edits.tsx'

/** Nobody reads a longer list. */
const mostShown = 6

export function Moved({ metrics }: { readonly metrics: readonly MetricChange[] }) {
  const file = useFloor()?.file
  const rank = useMemo(() => new Map((file ? metricsByBoards(file) : []).map((id, at) => [id, at])), [file])
  const rankOf = (metric: string): number => rank.get(metric) ?? rank.size
  // What walls show most is what somebody looks for.
  const sorted = metrics.toSorted((a, b) => rankOf(a.metric) - rankOf(b.metric))
  const moved = sorted.flatMap(({ metric, name, windows: [first] }) =>
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

import type { AccountabilityColumn } from '../../../shared/wire/boards/accountability-board.ts'
import { fitting } from '../../ui/fitting.ts'

/** What is counted; and as of when, where that is not the board's week. */
export const ColumnHead = ({ column: { metric, asOf } }: { readonly column: AccountabilityColumn }) => (
  <span className="work-metric">
    <span className="work-metric-name" dir="auto" style={fitting(metric.name)}>
      {metric.name}
    </span>
    {asOf !== null && <span className="work-metric-note line">{asOf.toLowerCase()}</span>}
  </span>
)

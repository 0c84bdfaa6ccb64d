import type { AccountabilityColumn } from '../../../shared/wire/boards/accountability-board.ts'
import { fitting } from '../../ui/fitting.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { midSentence } from '../parts/mid-sentence.ts'

/** What is counted; and as of when, where that is not the board's week. */
export const ColumnHead = ({ column: { metric, asOf } }: { readonly column: AccountabilityColumn }) => {
  const { locale } = useSurroundings()
  return (
    <span className="work-metric">
      <span className="work-metric-name" dir="auto" style={fitting(metric.name)}>
        {metric.name}
      </span>
      {asOf !== null && <span className="work-metric-note line">{midSentence(asOf, locale)}</span>}
    </span>
  )
}

// What heads a column: what to do, how often, and what about. "Call 10: untouched deals, older than 14 days, 2 new".
import { memo } from 'react'
import type { HygieneColumn } from '../../../shared/wire/boards/hygiene-board.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { changeWords } from './change-words.ts'
import { Check } from './check.tsx'
import { isLongCount } from './long-count.ts'

interface ColumnHeadProps {
  readonly column: HygieneColumn
  /** Whether it says how many, and how many of them are new. */
  readonly counts: boolean
}

export const ColumnHead = memo(({ column, counts }: ColumnHeadProps) => {
  const { format } = useSurroundings()
  const { metric, task, total, window } = column
  const { value, clear } = total
  const figure = format.value(value, metric.unit)
  const change = changeWords(total, column, format)
  return (
    <span className="hygiene-column">
      {clear ? (
        <span className="hygiene-head-clear">
          <Check /> {format.say({ id: 'hygiene.cell-clear', defaultMessage: 'clear' })}
        </span>
      ) : (
        <span
          className="hygiene-head"
          data-long={isLongCount(figure) || undefined}
          style={fittingFigure(figure, task === undefined ? '' : `${task} `)}
          {...phrase}
        >
          {task !== undefined && (
            <span className="hygiene-task" dir="auto">
              {task}
            </span>
          )}
          {counts && (
            <CountingNumber className="hygiene-count fitting-figure" amount={value} unit={metric.unit} />
          )}
        </span>
      )}
      <span className="hygiene-metric" dir="auto" style={fitting(metric.name)}>
        {metric.name}
      </span>
      <span className="hygiene-window">{window}</span>
      {counts && (
        <span className="hygiene-change" data-turn={change?.turn}>
          {value === 0 && change?.turn === 'level' ? null : change?.text}
        </span>
      )}
    </span>
  )
})
ColumnHead.displayName = 'ColumnHead'

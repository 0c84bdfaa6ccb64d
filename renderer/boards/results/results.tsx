// Is the team seeing results? What came of it, what comes of it, and whether what is due next will do.

import { type CSSProperties, memo, useMemo } from 'react'
import type { ResultsRow, ResultsView } from '../../../shared/wire/boards/results-board.ts'
import type { Unit } from '../../../shared/wire/view-parts.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Arriving } from '../parts/arriving.tsx'
import { isLongBeside } from '../parts/beside-goal.ts'
import { Empty } from '../parts/empty.tsx'
import { midSentence } from '../parts/mid-sentence.ts'
import { rowsOnPage } from '../parts/paging.ts'
import { windowProgress } from '../parts/window-label.ts'
import { ResultCells } from './result-cells.tsx'
import './results.css'

/** Fewer rows than these are not spread over the whole height. */
const leastRows = 3

interface ResultsProps {
  readonly view: ResultsView
  readonly page: number
  readonly pages: number
}

/** Whether any text is wider than its column: decided for the whole board, so that all columns look alike. */
const useIsLong = ({ rows, total, metric: { unit } }: ResultsView): boolean => {
  const { format } = useSurroundings()
  return useMemo(
    () =>
      [total, ...Object.values(rows)].some(({ last, current, next }) =>
        [last, current, { value: next.due, goal: next.goal }].some((each) =>
          isLongBeside(each, unit, format),
        ),
      ),
    [rows, total, unit, format],
  )
}

export const Results = ({ view, page, pages }: ResultsProps) => {
  const { rows, metric, enough, total, period, last, next } = view
  const { format, locale } = useSurroundings()
  const { say } = format
  const shown = useMemo(() => rowsOnPage(rows, page, pages), [rows, page, pages])
  const isLong = useIsLong(view)
  if (shown.slots === 0)
    return (
      <Empty
        headline={
          view.of === 'people'
            ? say({ id: 'board.nobody', defaultMessage: 'Nobody is on this board yet' })
            : say({ id: 'board.no-teams', defaultMessage: 'No teams here yet' })
        }
      >
        {say(
          {
            id: 'results.empty-advice',
            defaultMessage:
              'Each {of, select, people {person} other {team}} gets a row here with {metric} of the last, this and the next {period, select, month {month} other {quarter}}.',
          },
          { of: view.of, metric: midSentence(metric.name, locale), period },
        )}
      </Empty>
    )
  const style = {
    '--slots': shown.slots,
    '--filled': `${shown.slots}fr`,
    '--vacant': `${Math.max(0, leastRows - shown.slots)}fr`,
  } as CSSProperties
  return (
    <section className="results" data-of={view.of} data-long={isLong || undefined} style={style}>
      <span className="results-band" data-of="last" />
      <span className="results-band" data-of="now" />
      <span className="results-band" data-of="next" />
      <div className="result-line results-head">
        <span className="results-corner" />
        <ColumnHead
          of="last"
          name={say(
            {
              id: 'results.last',
              defaultMessage: '{period, select, month {Last month} other {Last quarter}}',
            },
            { period },
          )}
          note={last.label}
        />
        <ColumnHead
          of="now"
          name={say(
            {
              id: 'results.this',
              defaultMessage: '{period, select, month {This month} other {This quarter}}',
            },
            { period },
          )}
          note={windowProgress(view.window, say)}
        />
        <ColumnHead
          of="next"
          name={say(
            {
              id: 'results.next',
              defaultMessage: '{period, select, month {Next month} other {Next quarter}}',
            },
            { period },
          )}
          note={next.label}
        />
      </div>
      <SameSize names={shown.rows.map(({ row }) => row.name)}>
        <ul className="results-rows" key={page}>
          <Arriving rows={shown.rows}>
            {({ id, row, slot }) => (
              <ResultLine key={id} row={row} slot={slot} unit={metric.unit} enough={enough} isLong={isLong} />
            )}
          </Arriving>
        </ul>
      </SameSize>
      <div className="result-line results-total">
        <span className="result-who">
          <span className="results-all">{say({ id: 'results.together', defaultMessage: 'Together' })}</span>
        </span>
        <ResultCells periods={total} unit={metric.unit} enough={enough} isLong={isLong} />
      </div>
    </section>
  )
}

interface ColumnHeadProps {
  readonly of: 'last' | 'now' | 'next'
  readonly name: string
  /** "Q4 2026 · day 52 of 92" */
  readonly note: string
}

const ColumnHead = ({ of, name, note }: ColumnHeadProps) => (
  <span className={`results-column result-${of}`}>
    <strong className="results-column-name">{name}</strong>
    <span className="results-column-note line">{note}</span>
  </span>
)

interface ResultLineProps {
  readonly row: ResultsRow
  readonly slot: number
  readonly unit: Unit
  readonly enough: number
  readonly isLong: boolean
}

const ResultLine = memo(({ row, slot, unit, enough, isLong }: ResultLineProps) => (
  <li className="result-line" style={{ gridRow: slot + 1 }}>
    <span className="result-who">
      <Avatar
        initials={row.initials}
        hue={row.hue}
        photo={row.photo}
        reached={row.current.state === 'reached'}
      />
      <PersonName name={row.name} />
    </span>
    <ResultCells periods={row} unit={unit} enough={enough} isLong={isLong} />
  </li>
))
ResultLine.displayName = 'ResultLine'

// Is the team seeing results? One bar for all of them leads; below it a line for each says who brings what.

import { type CSSProperties, memo, useMemo } from 'react'
import type { ResultsRow, ResultsView } from '../../../shared/wire/boards/results-board.ts'
import type { Unit } from '../../../shared/wire/view-parts.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Arriving } from '../parts/arriving.tsx'
import { Empty } from '../parts/empty.tsx'
import { midSentence } from '../parts/mid-sentence.ts'
import { rowsOnPage } from '../parts/paging.ts'
import { useGridPlace } from '../parts/use-grid-place.ts'
import { ResultCells } from './result-cells.tsx'
import { ResultsHead } from './results-head.tsx'
import { ResultsLead } from './results-lead.tsx'
import './results.css'

/** Fewer rows than these are not spread over the whole height. */
const leastRows = 3

interface ResultsProps {
  readonly view: ResultsView
  readonly page: number
  readonly pages: number
}

export const Results = ({ view, page, pages }: ResultsProps) => {
  const { rows, metric, enough, total, period } = view
  const { format, locale } = useSurroundings()
  const { say } = format
  const shown = useMemo(() => rowsOnPage(rows, page, pages), [rows, page, pages])
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
    <section className="results" data-of={view.of} style={style}>
      <ResultsLead current={total.current} metric={metric} />
      <ResultsHead view={view} />
      <SameSize names={shown.rows.map(({ row }) => row.name)}>
        <ul className="results-rows" key={page}>
          <Arriving rows={shown.rows}>
            {({ id, row, slot }) => (
              <ResultLine key={id} id={id} row={row} slot={slot} unit={metric.unit} enough={enough} />
            )}
          </Arriving>
        </ul>
      </SameSize>
    </section>
  )
}

interface ResultLineProps {
  readonly id: string
  readonly row: ResultsRow
  readonly slot: number
  readonly unit: Unit
  readonly enough: number
}

const ResultLine = memo(({ id, row, slot, unit, enough }: ResultLineProps) => (
  <li className="result-line" ref={useGridPlace(slot)} style={{ gridRow: slot + 1 }}>
    <span className="result-who">
      <Avatar
        initials={row.initials}
        hue={row.hue}
        photo={row.photo}
        reached={row.current.state === 'reached'}
      />
      <PersonName name={row.name} />
    </span>
    <ResultCells id={id} isQuiet={row.quiet} periods={row} unit={unit} enough={enough} />
  </li>
))
ResultLine.displayName = 'ResultLine'

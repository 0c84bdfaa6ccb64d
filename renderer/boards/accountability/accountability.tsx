// Is everybody doing what is in their own hands? People down, inputs across, each against its goal (picture 3).

import { type CSSProperties, useMemo, useState } from 'react'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { AccountabilityView } from '../../../shared/wire/boards/accountability-board.ts'
import { SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Arriving } from '../parts/arriving.tsx'
import { Empty } from '../parts/empty.tsx'
import { isFew, rowsOnPage, slotsOf } from '../parts/paging.ts'
import { columnFit, createCellWidths } from './column-fit.ts'
import { ColumnHead } from './column-head.tsx'
import { TeamCell } from './team-cell.tsx'
import { WorkRow } from './work-row.tsx'
import './accountability.css'

interface AccountabilityProps {
  readonly view: AccountabilityView
  readonly page: number
  readonly pages: number
}

/** Of the names' column, rem: as wide as the widest name asks for, within what five columns leave. */
const namesWidth = (names: readonly string[]): number =>
  Math.min(36, Math.max(24, ...names.map((name) => textWidth(name) * 3.4))) + 9

const useFit = ({ rows, columns }: AccountabilityView) => {
  const { format } = useSurroundings()
  const widthsOf = useMemo(() => createCellWidths(format), [format])
  const fit = useMemo(() => {
    const all = Object.values(rows)
    const names = namesWidth(all.map(({ name }) => name))
    const cellWidths = all.map((row) => widthsOf(row, columns))
    return { ...columnFit(cellWidths, columns.length, names), names, people: all.length }
  }, [rows, columns, widthsOf])
  // The same list as before where nothing in it is new, so that rows which are what they were draw nothing.
  const [cuts, setCuts] = useState(fit.cuts)
  if (fit.cuts.join() === cuts.join()) return { ...fit, cuts }
  setCuts(fit.cuts)
  return fit
}

const tracksOf = (shares: readonly number[]): string =>
  shares.map((share) => `minmax(0, ${share.toFixed(2)}fr)`).join(' ')

export const Accountability = ({ view, page, pages }: AccountabilityProps) => {
  const { rows, columns } = view
  const { say } = useSurroundings().format
  const shown = useMemo(() => rowsOnPage(rows, page, pages), [rows, page, pages])
  const { cuts, aloneFigures, shares, wideShares, spare, widestValue, names, people } = useFit(view)
  if (people === 0)
    return (
      <Empty headline={say({ id: 'board.nobody', defaultMessage: 'Nobody is on this board yet' })}>
        {say(
          {
            id: 'accountability.empty-advice',
            defaultMessage:
              'As soon as people join {scope}, each of them gets a row here with what is in their own hands.',
          },
          { scope: view.scope },
        )}
      </Empty>
    )
  const few = isFew(shown)
  const style = {
    '--tracks': tracksOf(shares),
    '--wide-tracks': tracksOf(wideShares ?? shares),
    // Beside a large face there is as much room for a name as beside a small one.
    '--names': `${few && shown.slots > 1 ? names + 8 : names}rem`,
    '--alone': aloneFigures,
    '--spare': spare,
    '--value-figures': widestValue,
    '--slots': shown.slots,
    '--least-slots': slotsOf(shown),
    '--filled': `${shown.slots}fr`,
    '--vacant': `${slotsOf(shown) - shown.slots}fr`,
  } as CSSProperties
  return (
    <section
      className="work"
      style={style}
      data-columns={columns.length}
      data-few={few ? shown.slots : undefined}
      data-roomy={wideShares !== null || undefined}
      data-uneven={cuts.includes('bare') || cuts.includes('alone') || undefined}
    >
      <div className="work-line work-head">
        <span className="work-corner" />
        {columns.map((column) => (
          <ColumnHead key={column.metric.id} column={column} />
        ))}
      </div>
      <SameSize names={shown.rows.map(({ row }) => row.name)}>
        <ul className="work-rows" key={page}>
          <Arriving rows={shown.rows} together={1}>
            {({ id, row, slot }) => (
              <WorkRow key={id} id={id} row={row} slot={slot} columns={columns} cuts={cuts} />
            )}
          </Arriving>
        </ul>
      </SameSize>
      {/* Of one person, or of one input, it is what is said above. */}
      {people > 1 && columns.length > 1 && (
        <div className="work-line work-team">
          <span className="work-corner work-team-name">
            {view.period === 'last-week'
              ? say({ id: 'accountability.at-goal', defaultMessage: 'At goal' })
              : say({ id: 'accountability.on-pace', defaultMessage: 'On pace' })}
          </span>
          {columns.map((column, at) => (
            <TeamCell
              key={column.metric.id}
              column={column}
              cells={Object.values(rows).flatMap(({ cells }) => cells[at] ?? [])}
              period={view.period}
            />
          ))}
        </div>
      )}
    </section>
  )
}

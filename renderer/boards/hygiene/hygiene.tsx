// Is the pipeline being worked? Teams down, what is left lying across, and the whole of it on top: bring it to zero.
import { type CSSProperties, useMemo } from 'react'
import type { HygieneView } from '../../../shared/wire/boards/hygiene-board.ts'
import { SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Empty } from '../parts/empty.tsx'
import { rowsOnPage } from '../parts/paging.ts'
import { mostBlocks } from './blocks.tsx'
import { ColumnHead } from './column-head.tsx'
import { HygieneRow } from './hygiene-row.tsx'
import './hygiene.css'
import './hygiene-portrait.css'

interface HygieneProps {
  readonly view: HygieneView
  readonly page: number
  readonly pages: number
}

export const Hygiene = ({ view, page, pages }: HygieneProps) => {
  const { rows, columns, names } = view
  const { say } = useSurroundings().format
  const shown = useMemo(() => rowsOnPage(rows, page, pages), [rows, page, pages])
  const most = useMemo(
    () =>
      columns.map((_, at) => Math.max(0, ...Object.values(rows).map(({ cells }) => cells[at]?.value ?? 0))),
    [rows, columns],
  )
  const isPiled = Math.max(0, ...most) <= mostBlocks
  if (shown.slots === 0)
    return (
      <Empty headline={say({ id: 'board.no-teams', defaultMessage: 'No teams here yet' })}>
        {say({
          id: 'hygiene.empty-advice',
          defaultMessage: 'Each team gets a row here with what it still has to clean up.',
        })}
      </Empty>
    )
  // Of one team, or of one thing to do, the sum is what its row or the board's largest letters say.
  const counts = Object.keys(rows).length > 1 && columns.length > 1
  const style = { '--columns': columns.length, '--slots': shown.slots } as CSSProperties
  return (
    <section
      className="hygiene"
      style={style}
      data-columns={columns.length}
      data-slots={shown.slots}
      data-names={names || undefined}
    >
      <div className="hygiene-line hygiene-whole">
        <span className="hygiene-today" dir="auto">
          {!view.clear && say({ id: 'hygiene.today', defaultMessage: 'Pick up today' })}
        </span>
        {columns.map((column) => (
          <ColumnHead key={column.metric.id} column={column} counts={counts} />
        ))}
      </div>
      <SameSize names={shown.rows.map(({ row }) => row.name)}>
        <ul className="hygiene-rows" key={page}>
          {shown.rows.map(({ id, row, slot }) => (
            <HygieneRow
              key={id}
              row={row}
              slot={slot}
              columns={columns}
              most={most}
              isPiled={isPiled}
              names={names}
            />
          ))}
        </ul>
      </SameSize>
    </section>
  )
}

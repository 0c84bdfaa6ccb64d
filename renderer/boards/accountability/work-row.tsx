// One person: their face, their name, and a cell for each column.
import { memo } from 'react'
import type {
  AccountabilityColumn,
  AccountabilityRow,
} from '../../../shared/wire/boards/accountability-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useGridPlace } from '../parts/use-grid-place.ts'
import type { ColumnCut } from './column-fit.ts'
import { WorkCell } from './work-cell.tsx'

interface WorkRowProps {
  readonly id: string
  readonly row: AccountabilityRow
  readonly slot: number
  readonly columns: readonly AccountabilityColumn[]
  /** How narrow each column's figures are set. */
  readonly cuts: readonly ColumnCut[]
}

/** A star for whoever reached every goal they have. */
const reachedAll = ({ cells }: AccountabilityRow): boolean => {
  const held = cells.filter(({ goal }) => goal !== null)
  return held.length > 0 && held.every(({ state }) => state === 'reached')
}

export const WorkRow = memo(({ id, row, slot, columns, cuts }: WorkRowProps) => (
  <li className="work-line work-row" ref={useGridPlace(slot)} style={{ gridRow: slot + 1 }}>
    <span className="work-person">
      <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={reachedAll(row)} />
      <PersonName name={row.name} />
    </span>
    {columns.map(({ metric }, at) => {
      const cell = row.cells[at]
      return (
        cell && (
          <WorkCell
            key={metric.id}
            id={`${id} ${metric.id}`}
            isQuiet={row.quiet}
            value={cell.value}
            goal={cell.goal}
            attainment={cell.attainment}
            pace={cell.pace}
            state={cell.state}
            unit={metric.unit}
            better={metric.better}
            cut={cuts[at] ?? 'wide'}
          />
        )
      )
    })}
  </li>
))
WorkRow.displayName = 'WorkRow'

// One team: what it has in all, a cell for each count, and who has most where the board gives names.
import { memo } from 'react'
import type { HygieneColumn, HygieneRow as Row } from '../../../shared/wire/boards/hygiene-board.ts'
import { fitting } from '../../ui/fitting.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useCrossed } from '../../wall/use-crossed.ts'
import { useGridPlace } from '../parts/use-grid-place.ts'
import { Check } from './check.tsx'
import { HygieneCell } from './hygiene-cell.tsx'
import { looseEnds } from './loose-ends.ts'

const [reached, behind] = ['reached', 'behind'] as const

interface HygieneRowProps {
  readonly row: Row
  readonly slot: number
  readonly columns: readonly HygieneColumn[]
  /** The most that any team has, column by column. */
  readonly most: readonly number[]
  /** On the whole board: one block for each that is left lying. */
  readonly isPiled: boolean
  readonly names: boolean
}

export const HygieneRow = memo(({ row, slot, columns, most, isPiled, names }: HygieneRowProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const total = format.value(row.total, 'count')
  const line = useGridPlace(slot)
  // Nothing left lying is this board's goal.
  const standing = { value: row.total, goal: 0, pace: 0, state: row.clear ? reached : behind }
  useCrossed(line, { id: `clear ${row.name}`, standing, afterMs: 0 })
  return (
    <li
      className="hygiene-line hygiene-row"
      ref={line}
      style={{ order: slot }}
      data-hue={row.hue}
      data-clear={row.clear || undefined}
    >
      <span className="gold-light" />
      <span className="hygiene-team">
        <PersonName className="hygiene-name" name={row.name} />
        <span className="hygiene-sum" data-clear={row.clear || undefined}>
          {row.clear ? (
            <>
              <Check /> {say({ id: 'hygiene.clear', defaultMessage: 'all clear' })}
            </>
          ) : (
            row.total !== null && row.total > 0 && `${total} ${looseEnds(row.total, say)}`
          )}
        </span>
      </span>
      {columns.map((column, at) => {
        const cell = row.cells[at]
        return (
          cell && (
            <HygieneCell
              key={column.metric.id}
              cell={cell}
              column={column}
              most={most[at] ?? 0}
              isPiled={isPiled}
            />
          )
        )
      })}
      {names && <People row={row} />}
    </li>
  )
})
HygieneRow.displayName = 'HygieneRow'

const People = ({ row: { people, morePeople } }: { readonly row: Row }) => {
  const { format } = useSurroundings()
  return (
    <span className="hygiene-people">
      {people.map(({ id, short, count }) => (
        <span className="hygiene-person" key={id}>
          <span className="person-name line" dir="auto" style={fitting(short)}>
            {short}
          </span>
          <strong>{format.value(count, 'count')}</strong>
        </span>
      ))}
      {morePeople > 0 && (
        <span className="hygiene-more">
          {format.say({ id: 'hygiene.more', defaultMessage: 'and {people} more' }, { people: morePeople })}
        </span>
      )}
    </span>
  )
}

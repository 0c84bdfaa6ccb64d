// What is off, the longest first: whose it is, why, by which rule, for how long, how often, and who wrote about it.
import { type CSSProperties, memo } from 'react'
import type { ExceptionsRow, ExceptionsView } from '../../../shared/wire/boards/exceptions-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useSlot } from '../../wall/use-travel.ts'
import { Empty } from '../parts/empty.tsx'
import { leastSlots, rowsOnPage } from '../parts/paging.ts'
import { daysWords, historyWords } from './off-words.ts'
import './exceptions.css'

interface ExceptionsProps {
  readonly view: ExceptionsView
  readonly page: number
  readonly pages: number
}

export const Exceptions = ({ view, page, pages }: ExceptionsProps) => {
  const { say } = useSurroundings().format
  if (view.total === 0)
    return view.hasRules ? (
      <Empty headline={say({ id: 'exceptions.clear', defaultMessage: 'Nothing is off' })} isAnswer>
        {say({
          id: 'exceptions.clear-advice',
          defaultMessage: 'As soon as something is, it stands here with whose it is and since when.',
        })}
      </Empty>
    ) : (
      <Empty headline={say({ id: 'exceptions.no-rules', defaultMessage: 'No rule says what would be off' })}>
        {say({
          id: 'exceptions.no-rules-advice',
          defaultMessage: 'Rules stand in the floor file, under exceptions.',
        })}
      </Empty>
    )
  const { rows, slots } = rowsOnPage(view.rows, page, pages)
  return (
    <SameSize names={rows.map(({ row }) => row.title)}>
      <ul
        className="off"
        key={page}
        data-named={view.named || undefined}
        style={{ '--slots': Math.max(leastSlots, slots) } as CSSProperties}
      >
        {rows.map(({ id, row, slot }) => (
          <Off key={id} row={row} slot={slot} named={view.named} />
        ))}
      </ul>
    </SameSize>
  )
}

interface OffProps {
  readonly row: ExceptionsRow
  readonly slot: number
  readonly named: boolean
}

const Off = memo(({ row, slot, named }: OffProps) => {
  const { format } = useSurroundings()
  const { title, says, rule, face, owner, count } = row
  const history = historyWords(row, format.say)
  const days = daysWords(row, format.say)
  return (
    <li className="off-row" {...useSlot(slot)}>
      {named && (
        <span className="off-face">
          {face && <Avatar initials={face.initials} hue={face.hue} photo={face.photo} reached={false} />}
        </span>
      )}
      <span className="off-words">
        <PersonName name={title} />
        {says !== null && (
          <span className="off-says" dir="auto">
            {says}
          </span>
        )}
      </span>
      {named ? (
        <span className="off-whose">
          <span className="off-owner line" dir="auto">
            {owner ?? ''}
          </span>
          <span className="off-rule line" dir="auto">
            {rule}
          </span>
        </span>
      ) : (
        <span className="off-count">{format.value(count, 'count')}</span>
      )}
      <span className="off-since" style={fittingFigure(days)} {...phrase}>
        <span className="off-days fitting-figure">{days}</span>
        {history !== null && (
          <span className="off-history line" dir="auto">
            {history}
          </span>
        )}
      </span>
    </li>
  )
})
Off.displayName = 'Off'

// The latest deals, newest first, beside the week's biggest, which stands still while they turn their pages.
import { type CSSProperties, useMemo } from 'react'
import type { WinsView } from '../../../shared/wire/boards/wins-board.ts'
import { SameSize } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Empty } from '../parts/empty.tsx'
import { leastSlots, rowsOnPage } from '../parts/paging.ts'
import { windowLabel } from '../parts/window-label.ts'
import { BiggestWin, OpenPlace } from './biggest-win.tsx'
import { listedRows } from './listed-rows.ts'
import { winAge } from './win-age.ts'
import { WinLine } from './win-line.tsx'
import './wins.css'

interface WinsProps {
  readonly view: WinsView
  readonly page: number
  readonly pages: number
  /** Feed clock, epoch ms. */
  readonly now: number
}

export const Wins = ({ view, page, pages, now }: WinsProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const listed = useMemo(() => listedRows(view), [view])
  const shown = useMemo(() => rowsOnPage(listed, page, pages), [listed, page, pages])
  const biggest = view.biggest === null ? undefined : view.rows[view.biggest]
  if (Object.keys(view.rows).length === 0)
    return (
      <Empty headline={say({ id: 'wins.empty', defaultMessage: 'The next deal goes up here' })}>
        {view.awaits === null &&
          `${say({ id: 'wins.nothing', defaultMessage: '{window}: nothing signed yet.' }, { window: windowLabel(view.window, say) })} `}
        {say({
          id: 'wins.empty-advice',
          defaultMessage: 'Shown big, with whoever closes it and everyone who helps.',
        })}
      </Empty>
    )
  return (
    <div className="wins" data-alone={shown.rows.length === 0 || undefined}>
      {biggest ? (
        <BiggestWin key={view.biggest} row={biggest} age={winAge(biggest, now, format.say)} />
      ) : (
        <OpenPlace />
      )}
      {shown.rows.length > 0 && (
        <section
          className="wins-list"
          style={{ '--slots': Math.max(leastSlots, shown.slots) } as CSSProperties}
        >
          <Total view={view} />
          <SameSize names={shown.rows.map(({ row }) => row.name)}>
            <ul
              className="wins-rows"
              key={page}
              data-first={shown.rows.some(({ row }) => row.first) || undefined}
            >
              {shown.rows.map(({ id, row, slot }) => (
                <WinLine key={id} row={row} slot={slot} age={winAge(row, now, format.say)} />
              ))}
            </ul>
          </SameSize>
        </section>
      )}
    </div>
  )
}

const Total = ({ view: { deals, total, refunds } }: Pick<WinsProps, 'view'>) => {
  const { format } = useSurroundings()
  const { say } = format
  return (
    <span className="wins-total line" {...phrase}>
      <strong>{format.value(deals, 'count')}</strong>{' '}
      {say({ id: 'wins.deals', defaultMessage: '{deals, plural, one {deal} other {deals}}' }, { deals })}
      {total > 0 && (
        <>
          {' '}
          {say({ id: 'wins.worth', defaultMessage: 'worth' })} <strong>{format.value(total, 'money')}</strong>
          {refunds > 0 && ` ${say({ id: 'wins.after-refunds', defaultMessage: 'after refunds' })}`}
        </>
      )}
    </span>
  )
}

// Cards of thanks, the latest first: the face of whoever helped, large, and the words of whoever says so.
import { type CSSProperties, memo, useMemo } from 'react'
import { formatAge } from '../../../shared/domain/words/age.ts'
import type { ThanksRow, ThanksView } from '../../../shared/wire/boards/thanks-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Empty } from '../parts/empty.tsx'
import { rowsOnPage } from '../parts/paging.ts'
import { useFittingStep } from '../parts/use-fitting-step.ts'
import { useGridPlace } from '../parts/use-grid-place.ts'
import './thanks.css'

/** Of thanks.css. */
const steps = 6

interface ThanksProps {
  readonly view: ThanksView
  readonly page: number
  readonly pages: number
  /** Feed clock, epoch ms. */
  readonly now: number
}

export const Thanks = ({ view, page, pages, now }: ThanksProps) => {
  const { say } = useSurroundings().format
  const shown = useMemo(() => rowsOnPage(view.rows, page, pages), [view.rows, page, pages])
  if (shown.rows.length === 0)
    return (
      <Empty headline={say({ id: 'thanks.empty', defaultMessage: 'The next thank-you goes up here' })}>
        {say({
          id: 'thanks.empty-advice',
          defaultMessage: 'Who helped you with a deal, a demo, a bad morning? Say so on your phone.',
        })}
      </Empty>
    )
  return (
    <SameSize names={shown.rows.map(({ row }) => row.name)}>
      <ul className="thanks" key={page} data-count={shown.slots}>
        {shown.rows.map(({ id, row, slot }) => (
          <ThanksCard key={id} row={row} slot={slot} now={now} />
        ))}
      </ul>
    </SameSize>
  )
}

const ThanksCard = memo(
  ({ row, slot, now }: { readonly row: ThanksRow; readonly slot: number; readonly now: number }) => {
    const { format } = useSurroundings()
    const quote = useFittingStep(steps)
    const { helped, words, account, at } = row
    return (
      <li
        className="thanks-card"
        ref={useGridPlace(slot)}
        style={{ order: slot, animationDelay: `${slot * 60}ms` } as CSSProperties}
        data-hue={row.hue}
        data-quiet={row.quiet}
      >
        <span className="thanks-face">
          <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} isLarge />
        </span>
        <div className="thanks-words">
          <PersonName name={row.name} />
          <div className="thanks-quote" ref={quote}>
            <blockquote className="thanks-said" dir="auto">{`“${words}”`}</blockquote>
          </div>
          <span className="thanks-from">
            <Avatar initials={helped.initials} hue={helped.hue} photo={helped.photo} reached={false} />
            <span className="thanks-who">
              <bdi className="thanks-helped line">{helped.name}</bdi>
              <span className="thanks-when">
                {account !== null && (
                  <span className="thanks-account line" dir="auto">
                    {account}
                  </span>
                )}
                <span className="thanks-age">{formatAge(now - at, format.say)}</span>
              </span>
            </span>
          </span>
        </div>
      </li>
    )
  },
)
ThanksCard.displayName = 'ThanksCard'

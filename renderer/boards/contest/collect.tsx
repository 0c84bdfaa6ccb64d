// Who has one of each: a strip of stamps for everybody.
import { type CSSProperties, memo } from 'react'
import type { ContestRow, ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fitting } from '../../ui/fitting.ts'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useSlot } from '../../wall/use-travel.ts'
import { Arriving } from '../parts/arriving.tsx'
import { rowsOnPage, slotsOf } from '../parts/paging.ts'
import './collect.css'

interface CollectProps {
  readonly standings: ContestStandings
  readonly page: number
  readonly pages: number
}

/** More stamps than that are known by their place alone. */
const mostNamed = 6

export const Collect = ({ standings, page, pages }: CollectProps) => {
  const shown = rowsOnPage(standings.rows, page, pages)
  const { collects } = standings
  return (
    <section
      className="contest-collect"
      style={{ '--stamps': collects.length, '--slots': slotsOf(shown) } as CSSProperties}
    >
      {collects.length <= mostNamed && (
        <ol className="contest-stamp-names">
          {collects.map((name) => (
            <li className="contest-stamp-name fitting line" dir="auto" key={name} style={fitting(name)}>
              {name}
            </li>
          ))}
        </ol>
      )}
      <SameSize names={shown.rows.map(({ row }) => row.name)}>
        <ul className="contest-strips" key={page}>
          <Arriving rows={shown.rows}>
            {({ id, row, slot }) => <Strip key={id} row={row} slot={slot} collects={collects} />}
          </Arriving>
        </ul>
      </SameSize>
    </section>
  )
}

interface StripProps extends Pick<ContestStandings, 'collects'> {
  readonly row: ContestRow
  readonly slot: number
}

const Strip = memo(({ row, slot, collects }: StripProps) => {
  const { say } = useSurroundings().format
  return (
    <li className="contest-strip" {...useSlot(slot)} data-in={row.isIn || undefined}>
      <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={row.isIn} />
      <span className="contest-strip-name">
        <PersonName name={row.name} />
      </span>
      <span className="contest-stamps">
        {collects.map((name, at) => (
          <span
            className="contest-stamp"
            key={name}
            data-has={row.has[at] || undefined}
            role="img"
            aria-label={
              row.has[at]
                ? say({ id: 'contest.has', defaultMessage: 'has {name}' }, { name })
                : say({ id: 'contest.lacks', defaultMessage: 'lacks {name}' }, { name })
            }
          />
        ))}
      </span>
    </li>
  )
})
Strip.displayName = 'Strip'

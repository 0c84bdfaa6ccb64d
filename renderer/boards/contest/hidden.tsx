// The end of a contest of which nobody sees who stands where: everybody's face, no figure, and why.
import type { ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fitting } from '../../ui/fitting.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { rowsOnPage } from '../parts/paging.ts'
import './hidden.css'

interface HiddenProps {
  readonly standings: ContestStandings
  readonly page: number
  readonly pages: number
}

export const Hidden = ({ standings, page, pages }: HiddenProps) => {
  const { say } = useSurroundings().format
  const { rows } = rowsOnPage(standings.rows, page, pages)
  // In the order of names: any other would tell.
  const named = [...rows].sort((a, b) => a.row.short.localeCompare(b.row.short))
  return (
    <section className="contest-hidden">
      <p className="contest-hidden-why">
        {say({
          id: 'contest.hidden-why',
          defaultMessage: 'Until the end nobody sees who stands where: everybody still has a chance.',
        })}
      </p>
      <ul className="contest-faces" key={page}>
        {named.map(({ id, row }) => (
          <li className="contest-face" key={id}>
            <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} />
            <span className="contest-face-name fitting line" dir="auto" style={fitting(row.short)}>
              {row.short}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

// The people who share the last part of the bar: on the pages after it, each by name and with what they added.
import type { Contribution, TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { pagesOf, rowsOnPage } from '../parts/paging.ts'
import './gathered.css'

/** On one page: four columns of five, upright two of ten. */
const most = 20

const noOne: Readonly<Record<string, Contribution>> = {}

/** Pages with their names, besides that of the bar. */
export const gatheredPages = ({ gathered = noOne }: Pick<TeamGoalView, 'gathered'>): number =>
  Object.keys(gathered).length === 0 ? 0 : pagesOf(gathered, most)

interface GatheredProps {
  readonly view: TeamGoalView
  /** Counts from 0, the bar's page not among them. */
  readonly page: number
}

export const Gathered = ({ view: { gathered = noOne, metric }, page }: GatheredProps) => {
  const { format } = useSurroundings()
  const people = Object.keys(gathered).length
  const shown = rowsOnPage(gathered, page, pagesOf(gathered, most))
  const sum = Object.values(gathered).reduce((all, { value }) => all + value, 0)
  return (
    <div className="gathered">
      <p className="gathered-head" {...phrase}>
        {format.say({ id: 'team-goal.gathered', defaultMessage: 'and {people} more, together' }, { people })}{' '}
        <strong>{format.value(sum, metric.unit)}</strong>
      </p>
      <ul className="gathered-list" key={page}>
        <SameSize names={shown.rows.map(({ row }) => row.name)}>
          {shown.rows.map(({ id, row, slot }) => (
            <li
              className="gathered-one"
              key={id}
              style={{ order: slot, ...fittingFigure(format.value(row.value, metric.unit)) }}
            >
              <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} />
              <PersonName name={row.name} />
              <CountingNumber
                className="gathered-value fitting-figure"
                amount={row.value}
                unit={metric.unit}
              />
            </li>
          ))}
        </SameSize>
      </ul>
    </div>
  )
}

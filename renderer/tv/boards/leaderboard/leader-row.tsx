// One person on the board. The row is placed by transform alone; its element never moves in the document.
import { memo, useState } from 'react'
import type { LeaderboardRow, LeaderboardView, Unit } from '../../../../shared/wire/view.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Bar, type BarTone, useCrossing } from '../../../ui/bar.tsx'
import { CountingNumber } from '../../../ui/counting-number.tsx'
import { PersonName } from '../../../ui/person-name.tsx'
import { useSurroundings } from '../../../ui/surroundings.tsx'

export interface LeaderRowProps {
  readonly row: LeaderboardRow
  readonly slot: number
  readonly unit: Unit
  readonly tone: BarTone
  readonly fraction: number
  readonly goalAt: number | null
  readonly mark: number | null
  readonly rankBy: LeaderboardView['rankBy']
  /** What stands in the last column. */
  readonly beside: 'attainment' | 'change' | 'nothing'
}

/** The overtaker travels above those it overtakes; how often it has moved tells one journey from the next. */
const useJourney = (slot: number) => {
  const [journey, setJourney] = useState({ slot, direction: 'none', count: 0 })
  if (journey.slot === slot) return journey
  const next = { slot, direction: slot < journey.slot ? 'up' : 'down', count: journey.count + 1 }
  setJourney(next)
  return next
}

const layer: Readonly<Record<string, number>> = { up: 2, down: 1, none: 0 }

export const LeaderRow = memo((props: LeaderRowProps) => {
  const { row, slot, unit, fraction, goalAt, mark } = props
  const journey = useJourney(slot)
  const reached = row.state === 'reached'
  const delayMs = useCrossing(fraction, goalAt ?? mark)
  return (
    <li
      className="leader"
      data-reached={reached || undefined}
      style={{ transform: `translateY(${slot * 100}%)`, zIndex: layer[journey.direction] }}
    >
      {journey.direction === 'up' && <span className="leader-plate" key={journey.count} />}
      <span className="leader-rank">{row.rank ?? '–'}</span>
      <Avatar face={row} reached={reached} delayMs={delayMs} />
      <span className="leader-body">
        <span className="leader-name">
          <PersonName name={row.name} />
          <Climb places={row.climbed} />
        </span>
        <Bar
          fraction={fraction}
          goalAt={goalAt ?? mark}
          reached={reached}
          tone={props.tone}
          hollow={goalAt !== null && row.goal === null}
        >
          {goalAt !== null && <span className="leader-goal" style={{ left: `${goalAt * 100}%` }} />}
          {mark !== null && <span className="leader-mark" style={{ left: `${mark * 100}%` }} />}
        </Bar>
      </span>
      <span className="leader-numbers" data-by={props.rankBy}>
        <CountingNumber className="leader-value" amount={row.value} unit={unit} />
        {props.beside !== 'nothing' && <Beside row={row} unit={unit} beside={props.beside} />}
      </span>
    </li>
  )
})
LeaderRow.displayName = 'LeaderRow'

const Climb = ({ places }: { readonly places: number }) =>
  places === 0 ? null : (
    <span className="leader-climb" data-way={places > 0 ? 'up' : 'down'}>
      {places > 0 ? '▲' : '▼'} {Math.abs(places)}
    </span>
  )

const Beside = ({
  row,
  unit,
  beside,
}: Pick<LeaderRowProps, 'row' | 'unit'> & { readonly beside: string }) => {
  const { format } = useSurroundings()
  if (beside === 'change') {
    const { improvement } = row
    // A ratio's change is a difference, everything else's a share of what it was.
    const text = unit === 'percent' ? format.delta(improvement, unit) : format.change(improvement)
    const way = improvement === null || improvement === 0 ? undefined : improvement > 0 ? 'up' : 'down'
    return (
      <span className="leader-beside" data-way={way}>
        {text}
      </span>
    )
  }
  if (row.goal === null) return <span className="leader-beside leader-goalless">no goal</span>
  return <span className="leader-beside">{format.attainment(row.attainment)}</span>
}

// Who stands where, the first at the top: what they have, and what it takes to move up.
import { type CSSProperties, memo } from 'react'
import type { ContestRow, ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useSlot } from '../../wall/use-travel.ts'
import { Arriving } from '../parts/arriving.tsx'
import { rowsOnPage, slotsOf } from '../parts/paging.ts'
import { columnScale } from './column-scale.ts'
import { unitOf } from './contest-shape.ts'
import { stepWords } from './step-words.ts'
import './contest-rows.css'

interface ContestRowsProps {
  readonly standings: ContestStandings
  readonly page: number
  readonly pages: number
}

export const ContestRows = ({ standings, page, pages }: ContestRowsProps) => {
  const shown = rowsOnPage(standings.rows, page, pages)
  const lengthOf = columnScale(standings)
  return (
    <SameSize names={shown.rows.map(({ row }) => row.name)}>
      <ul
        className="contest-rows"
        key={page}
        style={{ '--slots': slotsOf(shown) } as CSSProperties}
        data-many={shown.slots > 6 || undefined}
        data-raw={shown.rows.some(({ row }) => row.raw !== null) || undefined}
      >
        <Arriving rows={shown.rows}>
          {({ id, row, slot }) => (
            <Standing
              key={id}
              row={row}
              slot={slot}
              standings={standings}
              length={lengthOf(row.score)}
              line={standings.line === null ? null : lengthOf(standings.line)}
            />
          )}
        </Arriving>
      </ul>
    </SameSize>
  )
}

interface StandingProps {
  readonly row: ContestRow
  readonly slot: number
  readonly standings: ContestStandings
  /** Shares of the track, 0 to 1. */
  readonly length: number
  readonly line: number | null
}

const Standing = memo(({ row, slot, standings, length, line }: StandingProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const unit = unitOf(standings)
  const { rank, score, raw, isIn, people, prize } = row
  const step = stepWords(row, standings, format)
  const real =
    raw === null
      ? ''
      : say(
          { id: 'contest.really', defaultMessage: '{amount} {noun}' },
          { amount: format.value(raw, rawUnitOf(standings)), noun: standings.noun },
        )
  return (
    <li className="contest-row" {...useSlot(slot)} data-in={isIn || undefined}>
      <span className="contest-rank">{rank === null ? '–' : format.value(rank, 'count')}</span>
      <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={isIn} />
      <span className="contest-who">
        <PersonName name={row.name} />
        {people.length > 0 && <Members people={people} />}
      </span>
      <span className="contest-track">
        <span className="contest-bar" style={{ '--length': length } as CSSProperties} />
        {line !== null && <span className="contest-mark" style={{ '--at': line } as CSSProperties} />}
      </span>
      <span className="contest-score" style={fittingFigure(format.value(score, unit))}>
        <CountingNumber className="contest-score-figure fitting-figure" amount={score} unit={unit} />
        {real !== '' && (
          <span className="contest-raw fitting line" style={fitting(real)} {...phrase}>
            {real}
          </span>
        )}
      </span>
      <span className="contest-step">
        <span className="contest-step-text fitting line" dir="auto" style={fitting(prize ?? step)}>
          {prize ?? step}
        </span>
      </span>
    </li>
  )
})
Standing.displayName = 'Standing'

/** A reign and an improvement are held beside what is counted; a handicap's score has its own unit too. */
const rawUnitOf = (standings: ContestStandings): ContestStandings['unit'] =>
  standings.win.by === 'king' ? standings.unit : standings.unit === 'percent' ? 'count' : standings.unit

/** Of a team or a side: its faces, as many as there is room for. */
export const Members = memo(({ people }: Pick<ContestRow, 'people'>) => {
  const shown = people.slice(0, 5)
  return (
    <span className="contest-members">
      {shown.map(({ name, initials, hue, photo }) => (
        <Avatar key={name} initials={initials} hue={hue} photo={photo} reached={false} />
      ))}
    </span>
  )
})
Members.displayName = 'Members'

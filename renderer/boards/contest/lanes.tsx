// A race to a line: everybody on a lane of their own, their face as far along it as they are. Of a relay the one whose turn
// it is runs, and marks say where they hand over.
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
import { legOf } from './leg.ts'
import { stepWords } from './step-words.ts'
import './lanes.css'

interface LanesProps {
  readonly standings: ContestStandings
  readonly page: number
  readonly pages: number
}

export const Lanes = ({ standings, page, pages }: LanesProps) => {
  const shown = rowsOnPage(standings.rows, page, pages)
  return (
    <SameSize names={shown.rows.map(({ row }) => row.name)}>
      <ul className="contest-lanes" key={page} style={{ '--slots': slotsOf(shown) } as CSSProperties}>
        <Arriving rows={shown.rows}>
          {({ id, row, slot }) => <Lane key={id} row={row} slot={slot} standings={standings} />}
        </Arriving>
      </ul>
    </SameSize>
  )
}

interface LaneProps {
  readonly row: ContestRow
  readonly slot: number
  readonly standings: ContestStandings
}

const Lane = memo(({ row, slot, standings }: LaneProps) => {
  const { format } = useSurroundings()
  const isRelay = standings.win.by === 'relay'
  const legs = isRelay ? Math.max(1, row.people.length) : 1
  const leg = legOf(row.share, legs)
  const runner = (isRelay ? row.people[leg] : undefined) ?? row
  const words = isRelay
    ? row.isIn
      ? format.say({ id: 'contest.through', defaultMessage: 'is through' })
      : format.say(
          { id: 'contest.leg', defaultMessage: '{name}, leg {leg} of {legs}' },
          { name: runner.short, leg: leg + 1, legs },
        )
    : stepWords(row, standings, format)
  return (
    <li className="contest-lane" {...useSlot(slot)} data-in={row.isIn || undefined}>
      <span className="contest-lane-name">
        <PersonName name={row.name} />
        <span className="contest-lane-step fitting line" dir="auto" style={fitting(words)}>
          {words}
        </span>
      </span>
      <span className="contest-lane-track">
        {Array.from({ length: legs - 1 }, (_, at) => (
          <span
            className="contest-lane-leg"
            // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place
            key={at}
            style={{ '--at': (at + 1) / legs } as CSSProperties}
          />
        ))}
        <span className="contest-lane-run" style={{ '--share': row.share ?? 0 } as CSSProperties}>
          <Avatar initials={runner.initials} hue={runner.hue} photo={runner.photo} reached={row.isIn} />
        </span>
      </span>
      <span className="contest-flag" aria-hidden="true" />
      <span
        className="contest-lane-score"
        style={fittingFigure(format.value(row.score, standings.unit))}
        {...phrase}
      >
        <CountingNumber className="fitting-figure" amount={row.score} unit={standings.unit} />
      </span>
    </li>
  )
})
Lane.displayName = 'Lane'

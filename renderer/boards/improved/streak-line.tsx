// One person's days in a row. Placed by transform alone; the element never moves in the document.

import { memo } from 'react'
import type { StreakRow } from '../../../shared/wire/boards/improved-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useSlot } from '../../wall/use-travel.ts'
import { StreakDays, StreakMarks } from '../parts/streak/streak-marks.tsx'

/** Two weeks of working days. */
const mostMarks = 10

export const StreakLine = memo(({ row, slot }: { readonly row: StreakRow; readonly slot: number }) => {
  const { say } = useSurroundings().format
  const unit = say(
    { id: 'spotlight.days', defaultMessage: '{days, plural, one {day} other {days}}' },
    { days: row.days },
  )
  return (
    <li className="half-row" {...useSlot(slot)}>
      <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={row.today === 'reached'} />
      <span className="half-words">
        <PersonName name={row.name} />
        <StreakMarks days={row.days} capped={row.capped} today={row.today} most={mostMarks} />
      </span>
      <span className="half-number" {...phrase}>
        <span className="half-figure fitting-figure" style={fittingFigure(`${row.days}+`, unit)}>
          <StreakDays days={row.days} capped={row.capped} />
        </span>
        <span className="half-unit">{unit}</span>
      </span>
    </li>
  )
})
StreakLine.displayName = 'StreakLine'

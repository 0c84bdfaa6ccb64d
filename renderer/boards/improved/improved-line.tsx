// One person beside their own past. Placed by transform alone; the element never moves in the document.
import { memo } from 'react'
import type { ImprovedRow } from '../../../shared/wire/boards/improved-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useSlot } from '../../wall/use-travel.ts'
import { FromTo } from './from-to.tsx'

interface ImprovedLineProps {
  readonly row: ImprovedRow
  readonly slot: number
  readonly metric: ViewMetric
  readonly relative: boolean
}

export const ImprovedLine = memo(({ row, slot, metric, relative }: ImprovedLineProps) => {
  const { format } = useSurroundings()
  const change = relative ? format.change(row.change) : format.delta(row.change, metric.unit)
  return (
    <li className="half-row" {...useSlot(slot)}>
      <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} />
      <span className="half-words">
        <PersonName name={row.name} />
        <FromTo from={row.from} to={row.to} metric={metric} />
      </span>
      <span className="half-number" {...phrase}>
        <span className="half-figure fitting-figure" style={fittingFigure(`▲${change}`)}>
          {row.change >= 0 && <span className="half-move">▲</span>}
          {change}
        </span>
      </span>
    </li>
  )
})
ImprovedLine.displayName = 'ImprovedLine'

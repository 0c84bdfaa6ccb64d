// One further step of somebody's day: what is done, what is planned, and a block for each piece where they can be counted.
import { memo } from 'react'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { StandingBar } from '../parts/standing-bar.tsx'
import { PlanFigure } from './plan-figure.tsx'

/** More of them are a bar: nobody counts nine blocks. */
const mostPips = 8

const Pips = ({ value, goal }: { readonly value: number; readonly goal: number }) => (
  <span className="plan-pips" aria-hidden="true">
    {Array.from({ length: goal }, (_, nth) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
      <span key={nth} className="plan-pip" data-on={nth < value || undefined} />
    ))}
  </span>
)

/** Takes numbers and words, no objects: each fact brings a new view, in which most cells are unchanged and are not drawn. */
export const PlanCell = memo((standing: Standing) => {
  const { value, goal, state } = standing
  const isReached = state === 'reached'
  return (
    <span className="plan-cell" data-reached={isReached || undefined} data-bare={goal === null || undefined}>
      <span className="plan-cell-figures">
        <PlanFigure value={value} goal={goal} />
        {isReached && <Star />}
      </span>
      {goal !== null &&
        (goal <= mostPips ? (
          <Pips value={value ?? 0} goal={goal} />
        ) : (
          <StandingBar standing={standing} indicator="input" hollow={state === null} sweeps={false} />
        ))}
    </span>
  )
})
PlanCell.displayName = 'PlanCell'

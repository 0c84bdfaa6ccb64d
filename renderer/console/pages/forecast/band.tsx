// A range as a band on a scale that begins at nothing: from P10 to P90, a mark at P50, what came in already, and the goal.
import type { CSSProperties } from 'react'
import type { ForecastRange } from '../../../../shared/wire/forecast.ts'
import './band.css'

interface BandProps {
  readonly range: ForecastRange
  readonly soFar: number
  readonly goal: number | null
  /** The end of the scale, more than 0. */
  readonly most: number
  /** For those who do not see it. */
  readonly label: string
  readonly isLarge?: boolean
}

export function Band({ range, soFar, goal, most, label, isLarge = false }: BandProps) {
  const at = (amount: number): string => `${Math.min(100, Math.max(0, (amount / most) * 100))}%`
  const style = {
    '--low': at(range.p10),
    '--middle': at(range.p50),
    '--high': at(range.p90),
    '--so-far': at(soFar),
    ...(goal === null ? {} : { '--goal': at(goal) }),
  } as CSSProperties
  return (
    <div className="band" data-large={isLarge ? '' : undefined} role="img" aria-label={label} style={style}>
      <span className="band-so-far" />
      <span className="band-range" />
      <span className="band-middle" />
      {goal !== null && <span className="band-goal" />}
    </div>
  )
}

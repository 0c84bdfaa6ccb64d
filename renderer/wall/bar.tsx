// A bar that grows by transform alone and turns gold at the instant its end passes the goal line.
import { type ReactNode, useState } from 'react'
import { alongX } from '../ui/motion/along-x.ts'
import { useAppearing } from '../ui/motion/appearing.ts'
import { crossingMs } from '../ui/motion/crossing.ts'
import { useSurroundings } from '../ui/surroundings.tsx'
import { useReach } from './use-travel.ts'
import './bar.css'

export type BarTone = 'output' | 'input' | 'behind'

export interface BarProps {
  /** Share of the track, 0 to 1. */
  readonly fraction: number
  readonly reached: boolean
  /** When its end passes the goal, in ms; see `useCrossing`. */
  readonly crossedAfterMs: number
  readonly tone: BarTone
  /** An outline instead of a track, for a value without a goal. */
  readonly hollow?: boolean
  /** Whether it grows from 0 when it appears. Off on boards with forty bars: a slow TV could not keep up. */
  readonly sweeps?: boolean
  /** Where light bursts from as it passes the goal, 0 to 1; left out, nothing does. */
  readonly burstAt?: number | null
  readonly children?: ReactNode
}

/**
 * For a bar that moves to `fraction`: the delay, ms, after which the goal should be marked as reached. `goalAt` is the
 * goal's place on the track, 0 to 1; null without one.
 */
export const useCrossing = (fraction: number, goalAt: number | null): number => {
  const { calm } = useSurroundings()
  const [move, setMove] = useState({ to: fraction, delayMs: 0 })
  if (move.to === fraction) return move.delayMs
  const delayMs = goalAt === null || calm ? 0 : crossingMs(move.to, fraction, goalAt)
  setMove({ to: fraction, delayMs })
  return delayMs
}

/** The transform of a fill as wide as its track, of which `fraction` shall be seen. */
export const filledTo = (fraction: number): string => alongX((fraction - 1) * 100)

const gold = { scale: 1, lastsMs: 180 }

export const Bar = (props: BarProps) => {
  const { fraction, reached, crossedAfterMs, tone, hollow, sweeps = true, burstAt = null, children } = props
  const goldElement = useAppearing<HTMLSpanElement>(reached, crossedAfterMs, gold)
  const fill = (
    <span className="bar-fill" {...useReach(fraction, filledTo)}>
      <span className="bar-gold" ref={goldElement} data-on={reached || undefined}>
        <span className="bar-shine" />
      </span>
    </span>
  )
  return (
    <span className="bar" data-tone={tone} data-hollow={hollow || undefined}>
      {burstAt !== null && <span className="bar-burst" style={{ insetInlineStart: `${burstAt * 100}%` }} />}
      <span className="bar-track">{sweeps ? <span className="bar-sweep">{fill}</span> : fill}</span>
      {children}
    </span>
  )
}

// A mark at its place along a track. When the track's scale changes it moves with the bars, and never jumps.
import type { ReactNode } from 'react'
import { alongX } from '../ui/motion/along-x.ts'
import { useReach } from './use-travel.ts'
import './along.css'

interface AlongProps {
  /** Share of the track, 0 to 1. */
  readonly at: number
  readonly children: ReactNode
}

const placedAt = (share: number): string => alongX(share * 100)

/** As wide as the track and moved as a whole; the mark stands where it begins. */
export const Along = ({ at, children }: AlongProps) => (
  <span className="along" {...useReach(at, placedAt)}>
    {children}
  </span>
)

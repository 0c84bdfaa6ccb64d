// A part of a takeover that comes, moves and goes by the takeover's clock.
import type { CSSProperties, ReactNode } from 'react'
import { useTrack } from '../takeover/timing.ts'
import type { Track } from '../takeover/tracks.ts'

interface PartProps {
  readonly track: Track
  readonly className: string
  readonly style?: CSSProperties
  readonly dir?: 'auto' | 'ltr'
  /** Confetti keeps away from it. */
  readonly isClear?: boolean
  readonly children?: ReactNode
}

export const Part = ({ track, className, style, dir, isClear = false, children }: PartProps) => (
  <div
    className={className}
    style={style}
    dir={dir}
    data-clear={isClear || undefined}
    ref={useTrack<HTMLDivElement>(track)}
  >
    {children}
  </div>
)

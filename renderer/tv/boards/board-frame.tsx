// What every board has around it: its title, whose it is, how far its window has come, and a line at the foot.
import type { CSSProperties, ReactNode } from 'react'
import type { BoardView } from '../../../shared/wire/view.ts'
import { fitting } from '../../ui/fitting.ts'
import { textWidth } from '../../ui/text-width.ts'
import { Badge } from './badge.tsx'
import { windowProgress } from './window-label.ts'
import { withoutRepeats } from './without-repeats.ts'
import './board-frame.css'

interface BoardFrameProps {
  readonly view: BoardView
  readonly foot: ReactNode
  readonly children: ReactNode
}

/** In em: an eyebrow that is longer is set closer. */
const longEyebrowFrom = 26

export const BoardFrame = ({ view, foot, children }: BoardFrameProps) => {
  const metric = 'metric' in view ? view.metric : null
  const eyebrow = withoutRepeats([view.scope, metric?.name ?? ''], view.title)
  const window = windowProgress(view.window)
  return (
    <article className="board">
      <header
        className="board-head"
        style={{ '--window-ems': textWidth(window).toFixed(1) } as CSSProperties}
      >
        <span className="eyebrow">
          {metric !== null && <Badge indicator={metric.indicator} />}
          <span
            className="eyebrow-text line"
            dir="auto"
            data-long={textWidth(eyebrow.toUpperCase()) > longEyebrowFrom || undefined}
          >
            {eyebrow}
          </span>
        </span>
        <h1 className="board-title fitting line" dir="auto" style={fitting(view.title)}>
          {view.title}
        </h1>
        <span className="board-window line">{window}</span>
      </header>
      <div className="board-body">{children}</div>
      <footer className="board-foot">{foot}</footer>
    </article>
  )
}

// What every board has around it: its title, whose it is, how far its window has come, and a line at the foot.
import type { ReactNode } from 'react'
import type { BoardView } from '../../../shared/wire/view.ts'
import { textWidth } from '../../ui/text-width.ts'
import { Badge } from './badge.tsx'
import { windowProgress } from './window-label.ts'
import './board-frame.css'

interface BoardFrameProps {
  readonly view: BoardView
  readonly foot: ReactNode
  readonly children: ReactNode
}

const longTitleFrom = 28

export const BoardFrame = ({ view, foot, children }: BoardFrameProps) => (
  <article className="board">
    <header className="board-head">
      <span className="eyebrow">
        <Badge indicator={view.metric.indicator} />
        <span className="eyebrow-text line" dir="auto">
          {[view.scope, view.metric.name].filter((part) => part !== view.title && part !== '').join(' · ')}
        </span>
      </span>
      <h1
        className="board-title line"
        dir="auto"
        data-long={textWidth(view.title) > longTitleFrom || undefined}
      >
        {view.title}
      </h1>
      <span className="board-window line">{windowProgress(view.window)}</span>
    </header>
    <div className="board-body">{children}</div>
    <footer className="board-foot">{foot}</footer>
  </article>
)

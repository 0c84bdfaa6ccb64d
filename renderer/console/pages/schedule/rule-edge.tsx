// The edge of a block: dragged, or moved by the arrow keys and set by Enter. Escape puts it back.
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { ScheduleRule } from '../../../../shared/domain/screens/schedule-rules.ts'
import { useSay } from '../../words/words.tsx'
import { useDayWords } from './day-words.ts'
import { drawnAt, type Edge, type EdgeHours, edgeRange, step, withEdgeAt } from './edge-hours.ts'

interface RuleEdgeProps {
  readonly rule: ScheduleRule
  readonly edge: Edge
  /** What the rule shows, as people call it. */
  readonly name: string
  /** The hours that the column draws, in minutes. */
  readonly drawn: EdgeHours
  readonly onMove: (hours: EdgeHours) => void
}

export function RuleEdge({ rule, edge, name, drawn, onMove }: RuleEdgeProps) {
  const say = useSay()
  const words = useDayWords()
  /** Null while nobody moves it. */
  const [moving, setMoving] = useState<EdgeHours | null>(null)
  const hours = moving ?? rule
  const at = drawnAt(hours, edge)
  const { least, most } = edgeRange(rule, edge)
  const end = () => {
    if (moving && drawnAt(moving, edge) !== drawnAt(rule, edge)) onMove(moving)
    setMoving(null)
  }
  const moveTo = (minutes: number) => setMoving(withEdgeAt(rule, edge, minutes))
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const column = event.currentTarget.closest('.week-day')?.getBoundingClientRect()
    if (!moving || !column) return
    moveTo(drawn.from + ((event.clientY - column.top) / column.height) * (drawn.to - drawn.from))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = { ArrowUp: -step, ArrowDown: step, PageUp: -60, PageDown: 60 }[event.key]
    if (steps !== undefined) moveTo(at + steps)
    else if (event.key === 'Enter') end()
    else if (event.key === 'Escape') setMoving(null)
    else return
    event.preventDefault()
  }
  return (
    <div
      className="block-edge"
      data-moving={moving ? '' : undefined}
      style={{ '--at': `${((at - drawn.from) / (drawn.to - drawn.from)) * 100}%` } as CSSProperties}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={say(
        {
          id: 'console.edge.name',
          defaultMessage: '{edge, select, start {Beginning} other {End}} of {name}',
        },
        { edge, name },
      )}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={at}
      aria-valuetext={words.hour(at)}
      onPointerDown={(event) => {
        // A finger scrolls; it changes hours in the rule's dialog.
        if (event.pointerType === 'touch' || event.button !== 0) return
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        setMoving(rule)
      }}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={() => setMoving(null)}
      onKeyDown={onKeyDown}
      onBlur={end}
    >
      {moving && <span className="block-edge-time figures">{words.hour(at)}</span>}
    </div>
  )
}

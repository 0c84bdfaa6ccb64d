// A number against its goal.

import { memo, useRef } from 'react'
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf } from '../parts/alarm.ts'
import { filledBy, StandingBar } from '../parts/standing-bar.tsx'
import { StateSign } from '../parts/state-sign.tsx'
import { useGoalPassed } from '../parts/use-goal-passed.ts'
import type { ColumnCut } from './column-fit.ts'
import { goalText } from './goal-text.ts'

interface WorkCellProps extends Standing, Pick<ViewMetric, 'unit' | 'better'> {
  /** Whose it is, and of what. */
  readonly id: string
  readonly isQuiet: boolean | undefined
  readonly cut: ColumnCut
}

/** On pace is as it should be, and no sign is needed for it; never colour alone. */
const Sign = ({ state }: Pick<Standing, 'state'>) => {
  if (state === null || state === 'on pace') return null
  return (
    <span className="work-sign">
      <StateSign state={state} />
    </span>
  )
}

/** Of each bar, so that a quarter more than the goal is seen, and goals stand one below the other. */
const goalAt = 0.8

/** Takes numbers and words, no objects: each fact brings a new view, in which most cells are unchanged and are not drawn. */
export const WorkCell = memo((props: WorkCellProps) => {
  const { id, value, unit } = props
  const cell = useRef<HTMLSpanElement>(null)
  const { state } = useGoalPassed(cell, {
    id,
    standing: props,
    fraction: filledBy(props, goalAt),
    goalAt,
    isQuiet: props.isQuiet,
  })
  const { format } = useSurroundings()
  return (
    <span className="work-cell" ref={cell} data-alarm={alarmOf(state)} data-cut={props.cut}>
      <span className="work-figures">
        <span className="work-phrase" {...phrase}>
          <CountingNumber
            className="work-value"
            amount={value}
            unit={unit}
            unsigned={props.cut === 'alone'}
          />
          {props.cut !== 'alone' && (
            <span className="work-goal">
              {goalText(props, props, props.cut === 'bare' ? format.unsigned : format.value, format.say)}
            </span>
          )}
        </span>
        <Sign state={state} />
      </span>
      <StandingBar
        standing={props}
        indicator="input"
        goalAt={goalAt}
        hollow={props.state === null}
        sweeps={false}
      />
    </span>
  )
})
WorkCell.displayName = 'WorkCell'

// A number against its goal.

import { memo } from 'react'
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf, signOf } from '../parts/alarm.ts'
import { StandingBar } from '../parts/standing-bar.tsx'
import { stateWord } from '../parts/state-word.ts'
import type { ColumnCut } from './column-fit.ts'
import { goalText } from './goal-text.ts'

interface WorkCellProps extends Standing, Pick<ViewMetric, 'unit' | 'better'> {
  readonly cut: ColumnCut
}

/** On pace is as it should be, and no sign is needed for it; never colour alone. */
const Sign = ({ state }: Pick<Standing, 'state'>) => {
  const { say } = useSurroundings().format
  if (state === null || state === 'on pace') return null
  return (
    <span className="work-sign" role="img" aria-label={stateWord(state, say)}>
      {state === 'reached' ? <Star /> : signOf(state)}
    </span>
  )
}

/** Of each bar, so that a quarter more than the goal is seen, and goals stand one below the other. */
const goalAt = 0.8

/** Takes numbers and words, no objects: each fact brings a new view, in which most cells are unchanged and are not drawn. */
export const WorkCell = memo((props: WorkCellProps) => {
  const { value, state, unit } = props
  const { format } = useSurroundings()
  return (
    <span className="work-cell" data-alarm={alarmOf(state)} data-cut={props.cut}>
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
        hollow={state === null}
        sweeps={false}
      />
    </span>
  )
})
WorkCell.displayName = 'WorkCell'

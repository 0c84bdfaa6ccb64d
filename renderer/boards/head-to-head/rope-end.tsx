// What one side holds: its value, and how that stands to its goal.
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf, signOf } from '../parts/alarm.ts'
import { goalBeside, isLongBeside } from '../parts/beside-goal.ts'
import { stateWord } from '../parts/state-word.ts'

interface RopeEndProps {
  readonly standing: Standing
  readonly metric: ViewMetric
  readonly end: 'left' | 'right'
  readonly leads: boolean
}

export const RopeEnd = ({ standing: { value, goal, state }, metric, end, leads }: RopeEndProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const isLong = isLongBeside({ value, goal }, metric.unit, format)
  return (
    <span
      className="rope-end"
      data-end={end}
      data-leads={leads || undefined}
      style={fittingFigure(format.value(value, metric.unit))}
    >
      <CountingNumber className="rope-value fitting-figure" amount={value} unit={metric.unit} />
      <span className="rope-goal" {...phrase}>
        {goal === null ? (
          <span className="quiet">{say({ id: 'board.no-goal', defaultMessage: 'no goal' })}</span>
        ) : (
          <>
            <span className="quiet">
              {say(
                { id: 'board.of-goal', defaultMessage: 'of {goal}' },
                { goal: goalBeside(goal, metric.unit, isLong, format) },
              )}
            </span>
            {state !== null && (
              <span className="rope-state" data-alarm={alarmOf(state)}>
                {state === 'reached' ? <Star /> : signOf(state)} {stateWord(state, say)}
              </span>
            )}
          </>
        )}
      </span>
    </span>
  )
}

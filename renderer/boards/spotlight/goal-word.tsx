// How they stand, in a word: what is reached, what is on its way, and otherwise what is left, without a scolding;
// of somebody far behind not even that.
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf } from '../parts/alarm.ts'
import { StateSign } from '../parts/state-sign.tsx'

interface GoalWordProps {
  readonly metric: Pick<ViewMetric, 'unit' | 'better'>
  readonly standing: Standing
}

export const GoalWord = ({ metric, standing: { value, goal, state } }: GoalWordProps) => {
  const { format } = useSurroundings()
  const { say } = format
  if (state === null || value === null || goal === null) return null
  if (state === 'reached' || state === 'on pace')
    return (
      <span className="goal-word" data-alarm={alarmOf(state)} {...phrase}>
        <StateSign state={state} />{' '}
        {state === 'reached'
          ? say({ id: 'pace.reached', defaultMessage: 'goal reached' })
          : say({ id: 'pace.on', defaultMessage: 'on pace' })}
      </span>
    )
  if (state === 'well behind') return null
  const amount = format.value(Math.abs(goal - value), metric.unit)
  const left =
    metric.better === 'lower'
      ? say({ id: 'spotlight.too-many', defaultMessage: '{amount} too many' }, { amount })
      : say({ id: 'board.to-go', defaultMessage: '{amount} to go' }, { amount })
  return (
    <span className="goal-word" data-left {...phrase}>
      {/* Of a rate nothing can be handed in. */}
      {metric.unit === 'percent' ? say({ id: 'spotlight.not-yet', defaultMessage: 'not there yet' }) : left}
    </span>
  )
}

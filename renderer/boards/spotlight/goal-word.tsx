// How they stand, in a word: what is reached, what is on its way, and otherwise what is left, without a scolding.
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf, signOf } from '../parts/alarm.ts'

interface GoalWordProps {
  readonly metric: Pick<ViewMetric, 'unit' | 'better'>
  readonly standing: Standing
}

export const GoalWord = ({ metric, standing: { value, goal, state } }: GoalWordProps) => {
  const { format } = useSurroundings()
  if (state === null || value === null || goal === null) return null
  if (state === 'reached' || state === 'on pace')
    return (
      <span className="goal-word" data-alarm={alarmOf(state)} {...phrase}>
        {state === 'reached' ? <Star /> : signOf(state)} {state === 'reached' ? 'goal reached' : state}
      </span>
    )
  // Of a rate nothing can be handed in.
  const step = metric.unit === 'percent' ? 'not there yet' : format.value(Math.abs(goal - value), metric.unit)
  return (
    <span className="goal-word" data-alarm={alarmOf(state)} {...phrase}>
      {signOf(state)}{' '}
      {metric.unit === 'percent' ? step : `${step} ${metric.better === 'lower' ? 'too many' : 'to go'}`}
    </span>
  )
}

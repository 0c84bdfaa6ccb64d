// What a range says of the goal.
import type { ForecastRange } from '../../../../shared/wire/forecast.ts'
import type { useSay } from '../../words/words.tsx'

export const goalWords = (
  say: ReturnType<typeof useSay>,
  { p10, p50, p90 }: ForecastRange,
  goal: number,
  soFar: number,
): string => {
  if (soFar >= goal)
    return say({ id: 'console.forecast.goal.reached', defaultMessage: 'The goal is reached.' })
  if (goal <= p10)
    return say({
      id: 'console.forecast.goal.sure',
      defaultMessage: 'The goal is reached in at least nine of ten cases.',
    })
  if (goal <= p50)
    return say({
      id: 'console.forecast.goal.likely',
      defaultMessage: 'The goal is more likely reached than not.',
    })
  if (goal <= p90)
    return say({
      id: 'console.forecast.goal.open',
      defaultMessage: 'The goal is within reach, and more likely missed than not.',
    })
  return say({
    id: 'console.forecast.goal.far',
    defaultMessage: 'The goal is reached in less than one of ten cases, if nothing changes.',
  })
}

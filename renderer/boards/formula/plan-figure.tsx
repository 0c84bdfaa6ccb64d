// "21 of 35": what is done, and what is planned.
import { memo } from 'react'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { ofGoalWords } from '../parts/of-goal-words.ts'
import './plan-cell.css'

type PlanFigureProps = Pick<Standing, 'value' | 'goal'>

export const PlanFigure = memo(({ value, goal }: PlanFigureProps) => {
  const { format } = useSurroundings()
  const planned = goal === null ? '' : ofGoalWords(format.value(goal, 'count'), 'higher', format.say)
  return (
    <span
      className="plan-figure fitting-pair"
      style={fittingFigure(format.value(value, 'count'), planned)}
      {...phrase}
    >
      <CountingNumber className="plan-value fitting-figure" amount={value} unit="count" />
      {planned !== '' && <span className="plan-goal fitting-beside">{planned}</span>}
    </span>
  )
})
PlanFigure.displayName = 'PlanFigure'

// "21 of 35": what is done, and what is planned.
import { memo } from 'react'
import { figuresIn } from '../../../shared/domain/words/text-width.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { ofGoalWords } from '../parts/of-goal-words.ts'
import './plan-cell.css'

/** Of what is done and planned together: "1,210 of 2,400" has ten. */
const mostFigures = 10

type PlanFigureProps = Pick<Standing, 'value' | 'goal'>

export const PlanFigure = memo(({ value, goal }: PlanFigureProps) => {
  const { format } = useSurroundings()
  const done = format.value(value, 'count')
  const goalFigure = goal === null ? '' : format.value(goal, 'count')
  // Where both have no room the bar beside it tells how far it is.
  const isLong = figuresIn(done) + figuresIn(goalFigure) > mostFigures
  const planned = goal === null || isLong ? '' : ofGoalWords(goalFigure, 'higher', format.say)
  return (
    <span className="plan-figure fitting-pair" style={fittingFigure(done, planned)} {...phrase}>
      <CountingNumber className="plan-value fitting-figure" amount={value} unit="count" />
      {planned !== '' && <span className="plan-goal fitting-beside">{planned}</span>}
    </span>
  )
})
PlanFigure.displayName = 'PlanFigure'

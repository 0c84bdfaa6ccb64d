// All of them together: one bar, how far it is, where it should be by now, and what is missing.
import { useRef } from 'react'
import type { ResultsView } from '../../../shared/wire/boards/results-board.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { PaceWord } from '../parts/pace-word.tsx'
import { turnedMs, useRoom } from '../parts/room/room.tsx'
import { filledBy, StandingBar } from '../parts/standing-bar.tsx'
import { useGoalPassed } from '../parts/use-goal-passed.ts'
import './results-lead.css'

type LeadProps = Pick<ResultsView, 'metric'> & { readonly current: ResultsView['total']['current'] }

export const ResultsLead = ({ current, metric }: LeadProps) => {
  const { format } = useSurroundings()
  const { value, goal, pace } = current
  const ofGoal =
    goal === null
      ? format.say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })
      : format.say(
          { id: 'board.of-goal', defaultMessage: 'of {goal}' },
          { goal: format.value(goal, metric.unit) },
        )
  const lead = useRef<HTMLDivElement>(null)
  const room = useRoom()
  const { state } = useGoalPassed(lead, {
    id: 'team total',
    standing: current,
    fraction: filledBy(current),
    goalAt: 1,
    lastsMs: turnedMs,
    onCrossed: (_, afterMs) => room.turn(afterMs),
  })
  const ahead = value === null || pace === null ? null : value - pace
  return (
    <div className="results-lead" ref={lead}>
      <span
        className="results-lead-figures"
        style={fittingFigure(format.value(value, metric.unit), ofGoal)}
        {...phrase}
      >
        <CountingNumber className="results-lead-value fitting-figure" amount={value} unit={metric.unit} />
        <span className="results-lead-goal">{ofGoal}</span>
      </span>
      <span className="results-lead-name line" dir="auto">
        {metric.name}
      </span>
      {goal !== null && <PaceWord paced={{ ...current, ahead, state }} metric={metric} />}
      <StandingBar standing={current} indicator="output" hollow={goal === null} />
    </div>
  )
}

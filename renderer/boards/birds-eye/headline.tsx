// The org's own line: where it is, where it should be, where it is heading.
import { useRef } from 'react'
import type { BirdsEyeHeadline } from '../../../shared/wire/boards/birds-eye-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { goalBeside, isLongBeside } from '../parts/beside-goal.ts'
import { filledOf, GoalBar } from '../parts/cards/goal-bar.tsx'
import { PaceWord } from '../parts/pace-word.tsx'
import { turnedMs, useRoom } from '../parts/room/room.tsx'
import { useGoalPassed } from '../parts/use-goal-passed.ts'

interface HeadlineProps {
  readonly headline: BirdsEyeHeadline
  readonly metric: ViewMetric
}

export const Headline = ({ headline, metric }: HeadlineProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const { goal, value, projected } = headline
  const line = useRef<HTMLDivElement>(null)
  const room = useRoom()
  const { state } = useGoalPassed(line, {
    id: `team ${headline.name}`,
    standing: headline,
    fraction: filledOf(headline),
    goalAt: 1,
    lastsMs: turnedMs,
    onCrossed: (_, afterMs) => room.turn(afterMs),
  })
  const { unit, indicator } = metric
  const isLong = isLongBeside(headline, unit, format)
  const ofGoal =
    goal === null
      ? null
      : say(
          { id: 'board.of-goal', defaultMessage: 'of {goal}' },
          { goal: goalBeside(goal, unit, isLong, format) },
        )
  return (
    <div
      className="headline"
      ref={line}
      data-state={state ?? undefined}
      data-goalless={goal === null || undefined}
    >
      <div className="headline-whole">
        <span className="quiet line" {...phrase}>
          <bdi>{headline.name}</bdi>
          {goal === null && ` · ${say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })}`}
        </span>
        <span
          className="headline-figures fitting-pair"
          data-long={isLong || undefined}
          style={fittingFigure(format.value(value, unit), ofGoal ?? '')}
          {...phrase}
        >
          <CountingNumber className="headline-value fitting-figure" amount={value} unit={unit} />
          {ofGoal !== null && <span className="headline-goal fitting-beside">{ofGoal}</span>}
        </span>
      </div>
      {goal !== null && (
        <div className="headline-bar">
          <GoalBar standing={headline} indicator={indicator} />
        </div>
      )}
      {goal !== null && <PaceWord paced={{ ...headline, state }} metric={metric} />}
      {projected !== null && (
        <div className="headline-heading" style={fittingFigure(format.value(projected, unit))}>
          <span className="quiet">{say({ id: 'board.heading-for', defaultMessage: 'heading for' })}</span>
          <CountingNumber className="headline-projected fitting-figure" amount={projected} unit={unit} />
        </div>
      )}
    </div>
  )
}

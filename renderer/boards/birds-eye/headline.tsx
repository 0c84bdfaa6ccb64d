// The org's own line: where it is, where it should be, where it is heading.
import type { BirdsEyeHeadline } from '../../../shared/wire/boards/birds-eye-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { goalBeside, isLongBeside } from '../parts/beside-goal.ts'
import { GoalBar } from '../parts/cards/goal-bar.tsx'
import { PaceWord } from '../parts/pace-word.tsx'

interface HeadlineProps {
  readonly headline: BirdsEyeHeadline
  readonly metric: ViewMetric
}

export const Headline = ({ headline, metric }: HeadlineProps) => {
  const { format } = useSurroundings()
  const { goal, value, projected, state } = headline
  const { unit, indicator } = metric
  const isLong = isLongBeside(headline, unit, format)
  return (
    <div className="headline" data-state={state ?? undefined} data-goalless={goal === null || undefined}>
      <div className="headline-whole">
        <span className="quiet line" dir="auto">
          {goal === null ? `${headline.name} · no goal set` : headline.name}
        </span>
        <span className="headline-figures" data-long={isLong || undefined}>
          <CountingNumber className="headline-value" amount={value} unit={unit} />
          {goal !== null && (
            <span className="headline-goal">of {goalBeside(goal, unit, isLong, format)}</span>
          )}
        </span>
      </div>
      {goal !== null && (
        <div className="headline-bar">
          <GoalBar standing={headline} indicator={indicator} />
        </div>
      )}
      {goal !== null && <PaceWord paced={headline} metric={metric} />}
      {projected !== null && (
        <div className="headline-heading">
          <span className="quiet">heading for</span>
          <CountingNumber className="headline-projected" amount={projected} unit={unit} />
        </div>
      )}
    </div>
  )
}

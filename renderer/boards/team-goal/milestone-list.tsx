// What the bar unlocks on its way, each joined to its place on the bar.
import { type CSSProperties, memo } from 'react'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { Unit } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import type { Milestone } from './milestones.ts'
import './milestone-list.css'

interface MilestoneListProps {
  readonly milestones: readonly Milestone[]
  /** The amount at the far end of the bar. */
  readonly end: number
  readonly value: number | null
  readonly unit: Unit
}

export const MilestoneList = ({ milestones, end, value, unit }: MilestoneListProps) => (
  <div className="steps" style={{ '--steps': milestones.length } as CSSProperties}>
    <svg className="steps-lines" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {milestones.map(({ at, reached }, index) => {
        const [from, to] = [(at / end) * 100, ((index + 0.5) / milestones.length) * 100]
        return (
          <path
            className="steps-line"
            key={at}
            data-reached={reached || undefined}
            d={`M${from.toFixed(2)} 0 C${from.toFixed(2)} 7 ${to.toFixed(2)} 3 ${to.toFixed(2)} 10`}
          />
        )
      })}
    </svg>
    <ol className="steps-list">
      {milestones.map((milestone) => (
        <Step key={milestone.at} {...milestone} left={milestone.at - (value ?? 0)} unit={unit} />
      ))}
    </ol>
  </div>
)

interface StepProps extends Milestone {
  readonly left: number
  readonly unit: Unit
}

/** Across the least of four steps, in em of the small print; a figure of the amount, in the same, set wide and close. */
const [lineEms, atEm, closeEm] = [12.6, 1.64, 1.2]

const Step = memo(({ at, unlocks, isGoal, reached, left, unit }: StepProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const toGo = (amount: string): string =>
    say({ id: 'board.to-go', defaultMessage: '{amount} to go' }, { amount })
  const amount = format.value(at, unit)
  const ask = reached
    ? say({ id: 'state.reached', defaultMessage: 'reached' })
    : toGo(format.value(left, unit))
  // Where a language writes money long, it is set closer, and what is left goes without the currency beside it; where that
  // is still too long, the amount does too: the number above the bar has it.
  const isLong = (textWidth(amount) + (reached ? 1 : 0)) * atEm + textWidth(ask) > lineEms
  const shortAsk = isLong && !reached ? toGo(format.unsigned(left, unit)) : ask
  const isVeryLong = isLong && textWidth(amount) * closeEm + textWidth(shortAsk) > lineEms
  const name = [isGoal ? say({ id: 'board.goal', defaultMessage: 'Goal' }) : null, unlocks]
    .filter((part) => part !== null)
    .join(': ')
  return (
    <li className="step" data-reached={reached || undefined} data-long={isLong || undefined}>
      <span className="step-at">
        {reached && <Star />}
        {isVeryLong ? format.unsigned(at, unit) : amount}
      </span>
      <span className="step-left line" {...phrase}>
        {shortAsk}
      </span>
      <span className="step-name fitting line" dir="auto" style={fitting(name)}>
        {name}
      </span>
    </li>
  )
})
Step.displayName = 'Step'

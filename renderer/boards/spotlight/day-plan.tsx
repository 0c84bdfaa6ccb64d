// Their own plan of today, beside their goals: each step with what is done and what is planned.
import type { SpotlightPlan } from '../../../shared/wire/boards/spotlight-board.ts'
import { Star } from '../../ui/avatar.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { nothingWords, spanWords } from '../formula/plan-words.ts'
import { ofGoalWords } from '../parts/of-goal-words.ts'
import './day-plan.css'

type PlanStep = SpotlightPlan['steps'][number]

const Step = ({ step: { metric, plannedFor, standing } }: { readonly step: PlanStep }) => {
  const { format } = useSurroundings()
  const { value, goal, state } = standing
  const span = spanWords(plannedFor, format.say)
  return (
    <li className="day-step" data-reached={state === 'reached' || undefined}>
      <span className="day-step-figures" {...phrase}>
        <span className="day-step-value">{format.value(value, 'count')}</span>
        {goal !== null && (
          <span className="day-step-goal">
            {ofGoalWords(format.value(goal, 'count'), 'higher', format.say)}
          </span>
        )}
        {span !== null && <span className="day-step-span">{span}</span>}
        {state === 'reached' && <Star />}
      </span>
      <span className="day-step-name line" dir="auto">
        {metric.name}
      </span>
    </li>
  )
}

export const DayPlan = ({ plan: { steps, nothing } }: { readonly plan: SpotlightPlan }) => {
  const { say } = useSurroundings().format
  return (
    <section className="day-plan">
      <h2 className="day-plan-title">{say({ id: 'spotlight.plan', defaultMessage: 'Own plan' })}</h2>
      {nothing === null ? (
        <ul className="day-steps">
          {steps.map((step) => (
            <Step key={step.metric.id} step={step} />
          ))}
        </ul>
      ) : (
        <p className="day-plan-nothing line">{nothingWords(nothing, say)}</p>
      )}
    </section>
  )
}

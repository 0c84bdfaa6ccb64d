// A person's own plan on their day: what is done of each step, what is needed from now on, and the way to how it is worked out.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { coachingQuery } from '../../api/coaching.ts'
import { Card } from '../../kit/card.tsx'
import { askWords } from './figures.ts'
import { useFloorFormat } from './use-floor-format.ts'
import { planOf } from './what-if-sums.ts'
import './own-plan.css'

/** Nothing for who has no formula, or no plan yet. */
export function OwnPlan({ person }: { readonly person: string }) {
  const format = useFloorFormat()
  const { data: answer } = useQuery({ ...coachingQuery(person), retry: false })
  const plan = answer && planOf(answer)
  const first = answer?.metrics[0]
  if (!answer || !plan || !first) return null
  const { live, metrics, today } = answer
  const planned = (plan.steps[0]?.need ?? 0) / plan.days
  return (
    <Card title={<FormattedMessage id="console.own-plan.title" defaultMessage="Your plan today" />}>
      <ul className="lines">
        {metrics.map((metric, step) => {
          const standing = today[step]
          if (!standing) return null
          const { value, goal } = standing
          const isReached = goal !== null && goal > 0 && (value ?? 0) >= goal
          return (
            <li key={metric.id} className="own-step" data-reached={isReached ? '' : undefined}>
              <span dir="auto">{metric.name}</span>
              <span className="figures">
                <strong>{format.value(value ?? 0, metric.unit)}</strong>
                {goal !== null && (
                  <span className="soft">
                    {' '}
                    <FormattedMessage
                      id="console.own-plan.of"
                      defaultMessage="of {goal}"
                      values={{ goal: askWords(format, goal, metric.unit) }}
                    />
                  </span>
                )}
                {isReached && (
                  <span className="own-step-star" aria-hidden="true">
                    {' ★'}
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="own-plan-need">
        {live && live.days > 0 && (
          <strong className="figures">
            {askWords(format, (live.needs[0] ?? 0) / live.days, first.unit)}
          </strong>
        )}
        <span className="own-plan-words">
          {live && live.days > 0 && (
            <span>
              <FormattedMessage
                id="console.own-plan.needed"
                defaultMessage="{noun} a day from now to make quota"
                values={{ noun: <bdi>{first.noun}</bdi> }}
              />
            </span>
          )}
          <span className="soft small">
            <FormattedMessage
              id="console.own-plan.plan"
              defaultMessage="Plan {planned} · {link}"
              values={{
                planned: askWords(format, planned, first.unit),
                link: (
                  <Link to="/coaching/$person" params={{ person }}>
                    <FormattedMessage id="console.own-plan.how" defaultMessage="how it is worked out" />
                  </Link>
                ),
              }}
            />
          </span>
        </span>
      </p>
    </Card>
  )
}

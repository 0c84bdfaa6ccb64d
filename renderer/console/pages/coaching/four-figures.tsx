// Of the first step a day: what the plan asks, what is done, what is needed from now on, and what if the rates stay as they are.
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import { PlainDay } from '../agreed/plain-day.tsx'
import { askWords } from './figures.ts'
import { useFloorFormat } from './use-floor-format.ts'
import { asToday, letsNothingThrough, needADay, planOf } from './what-if-sums.ts'
import './four-figures.css'

interface FigureProps {
  readonly over: ReactNode
  readonly value: string
  readonly under: ReactNode
  /** Whether it asks more than the plan's rates do. */
  readonly isWorse?: boolean
}

function Figure({ over, value, under, isWorse = false }: FigureProps) {
  return (
    <div className="figure" data-worse={isWorse ? '' : undefined}>
      <dt className="soft small">{over}</dt>
      <dd>
        <strong className="figures">{value}</strong>
        <span className="soft small">{under}</span>
      </dd>
    </div>
  )
}

export function FourFigures({ answer }: { readonly answer: CoachingAnswer }) {
  const format = useFloorFormat()
  const plan = planOf(answer)
  const first = answer.metrics[0]
  const { live, done, readings } = answer
  // One of the role before is of other steps.
  if (!plan || !first || plan.steps[0]?.metric !== first.id) return null
  const planned = (plan.steps[0]?.need ?? 0) / plan.days
  const needed = live && live.days > 0 ? (live.needs[0] ?? 0) / live.days : null
  const stays = live && !letsNothingThrough(readings) ? needADay(live, asToday(plan, readings)) : null
  const aDay = (
    <FormattedMessage
      id="console.figures.a-day"
      defaultMessage="{noun} a day"
      values={{ noun: <bdi>{first.noun}</bdi> }}
    />
  )
  return (
    <dl className="four card">
      <Figure
        over={
          <FormattedMessage
            id="console.figures.plan"
            defaultMessage="Plan, fixed {day}"
            values={{ day: <PlainDay day={plan.holdsFrom} /> }}
          />
        }
        value={askWords(format, planned, first.unit)}
        under={aDay}
      />
      <Figure
        over={<FormattedMessage id="console.figures.done" defaultMessage="Done so far" />}
        value={format.value(done.days > 0 ? (done.amounts[0] ?? 0) / done.days : null, first.unit)}
        under={aDay}
      />
      <Figure
        over={<FormattedMessage id="console.figures.needed" defaultMessage="Needed from now" />}
        value={askWords(format, needed, first.unit)}
        under={
          <FormattedMessage id="console.figures.needed.note" defaultMessage="a day at the plan’s rates" />
        }
      />
      <Figure
        over={<FormattedMessage id="console.figures.stays" defaultMessage="If today’s rates stay" />}
        value={askWords(format, stays, first.unit)}
        under={<FormattedMessage id="console.figures.stays.note" defaultMessage="a day from now" />}
        isWorse={stays !== null && needed !== null && stays > needed}
      />
    </dl>
  )
}

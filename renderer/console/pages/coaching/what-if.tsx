// What other rates and another quota would ask of each day, at once. Nothing is kept, unless it is made a re-plan.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { wholeAmount } from '../../../../shared/domain/standing/attainment.ts'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import type { Plan } from '../../../../shared/wire/plan.ts'
import type { ViewMetric } from '../../../../shared/wire/view-parts.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Slider } from '../../kit/slider.tsx'
import { AmountField } from './amount-field.tsx'
import { askWords, stepWord } from './figures.ts'
import { RePlanDialog } from './re-plan-dialog.tsx'
import { useFloorFormat } from './use-floor-format.ts'
import { asToday, type Live, needADay, quotaOf, type Supposed } from './what-if-sums.ts'
import './what-if.css'
import { useSay } from '../../words/words.tsx'

/** Ends of a slider of shares, so that its steps are whole percent, or tenths of one. */
const sliderEnds = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1] as const

/** As far beyond where it stands a slider goes at least. */
const sliderRoom = 1.5

/** A rate of 0 lets nothing through. */
const sliderOf = (rate: number): { readonly step: number; readonly max: number } => {
  const max = sliderEnds.find((end) => end >= rate * sliderRoom) ?? Math.max(1, Math.ceil(rate * sliderRoom))
  return { max, step: max <= 0.2 ? 0.001 : 0.01 }
}

interface RateProps {
  readonly from: ViewMetric
  readonly to: ViewMetric
  readonly isShare: boolean
  /** As it is today, and as it is tried out. */
  readonly today: number
  readonly rate: number
  readonly onRate: (rate: number) => void
}

function RateControl({ from, to, isShare, today, rate, onRate }: RateProps) {
  const say = useSay()
  if (!isShare)
    return (
      <AmountField
        label={
          <FormattedMessage
            id="console.what-if.average"
            defaultMessage="{to} for each of the {from}"
            values={{ to: to.name, from: stepWord(say, from) }}
          />
        }
        value={rate}
        unit={to.unit}
        onChange={(next) => {
          if (next > 0) onRate(next)
        }}
      />
    )
  const { step, max } = sliderOf(today)
  return (
    <Slider
      isWide
      isLive
      label={
        <span dir="auto">
          {from.name} → {to.name}
        </span>
      }
      value={rate}
      mark={today}
      min={step}
      max={max}
      step={step}
      format={{ style: 'percent', maximumFractionDigits: step < 0.01 ? 1 : 0 }}
      onChange={onRate}
    />
  )
}

interface WhatIfProps {
  readonly answer: CoachingAnswer
  readonly plan: Plan
  readonly live: Live
}

export function WhatIf({ answer, plan, live }: WhatIfProps) {
  const format = useFloorFormat()
  const [supposed, setSupposed] = useState<Partial<Supposed>>({})
  const [planning, setPlanning] = useState(false)
  const { metrics, readings } = answer
  const [first, last] = [metrics[0], metrics.at(-1)]
  if (!first || !last || live.days === 0) return null
  const today = asToday(plan, readings)
  const tried: Supposed = { ...today, ...supposed }
  const [before, needed] = [needADay(live, today) ?? 0, needADay(live, tried) ?? 0]
  const isTried = supposed.rates !== undefined || supposed.quota !== undefined
  const setRate = (link: number, rate: number) =>
    setSupposed((current) => ({
      ...current,
      rates: (current.rates ?? today.rates).map((each, at) => (at === link ? rate : each)),
    }))
  return (
    <Card
      title={<FormattedMessage id="console.what-if.title" defaultMessage="What if" />}
      note={<FormattedMessage id="console.what-if.note" defaultMessage="nothing is saved" />}
    >
      <div className="form">
        <p className="what-if-need" role="status">
          <strong className="figures">{askWords(format, needed, first.unit)}</strong>
          <span>
            <FormattedMessage
              id="console.what-if.a-day"
              defaultMessage="{noun} a day from now"
              values={{ noun: <bdi>{first.noun}</bdi> }}
            />
            {isTried && (
              <span className="soft">
                {' '}
                <FormattedMessage
                  id="console.what-if.not"
                  defaultMessage="not {before}"
                  values={{ before: askWords(format, before, first.unit) }}
                />
              </span>
            )}
          </span>
        </p>
        {tried.rates.map((rate, link) => {
          const [from, to] = [metrics[link], metrics[link + 1]]
          if (!from || !to) return null
          const reading = readings.find(({ metric }) => metric === to.id)
          return (
            <RateControl
              key={to.id}
              from={from}
              to={to}
              isShare={reading?.isShare ?? from.unit === to.unit}
              today={today.rates[link] ?? rate}
              rate={rate}
              onRate={(next) => setRate(link, next)}
            />
          )
        })}
        <AmountField
          label={
            <FormattedMessage
              id="console.what-if.quota"
              defaultMessage="Quota, {window}"
              values={{ window: answer.window.label }}
            />
          }
          value={tried.quota}
          unit={last.unit}
          onChange={(quota) => setSupposed((current) => ({ ...current, quota }))}
        />
        <AmountField
          label={
            <FormattedMessage
              id="console.what-if.other-way"
              defaultMessage="Or {noun} a day, and the quota follows"
              values={{ noun: <bdi>{first.noun}</bdi> }}
            />
          }
          value={wholeAmount(needed, first.unit)}
          unit={first.unit}
          onChange={(aDay) =>
            setSupposed((current) => ({ ...current, quota: quotaOf(live, tried.rates, aDay) }))
          }
        />
        <div className="what-if-acts">
          <Button isDisabled={!isTried} onPress={() => setSupposed({})}>
            <FormattedMessage id="console.what-if.back" defaultMessage="Back to today" />
          </Button>
          {answer.mayPlan && (
            <Button onPress={() => setPlanning(true)}>
              <FormattedMessage id="console.what-if.re-plan" defaultMessage="Make it a re-plan…" />
            </Button>
          )}
        </div>
      </div>
      {planning && (
        <RePlanDialog
          answer={answer}
          plan={plan}
          tried={tried}
          needed={needed}
          onDone={() => setSupposed({})}
          onClose={() => setPlanning(false)}
        />
      )}
    </Card>
  )
}

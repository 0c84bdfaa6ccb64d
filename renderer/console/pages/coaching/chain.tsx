// The chain of this period: how much of each step becomes the next one, how sure that is, and what it is held against.
import { FormattedMessage } from 'react-intl'
import type { CoachingAnswer, StepReading } from '../../../../shared/wire/coaching.ts'
import type { StepCounts } from '../../../../shared/wire/coaching-talks.ts'
import type { ViewMetric } from '../../../../shared/wire/view-parts.ts'
import { Card } from '../../kit/card.tsx'
import { useSay } from '../../words/words.tsx'
import { metricOf, ofWords, rateWords } from './figures.ts'
import { useFloorFormat } from './use-floor-format.ts'
import './chain.css'

/** Room at the end of a scale beyond the largest of what is on it. */
const headroom = 1.18

const scaleOf = (
  { now, interval, own, role }: StepReading,
  last: number | null,
): ((value: number) => string) => {
  const most = Math.max(now.value ?? 0, interval?.high ?? 0, own ?? 0, role ?? 0, last ?? 0) * headroom
  return (value) => `${most > 0 ? Math.min(1, Math.max(0, value / most)) * 100 : 0}%`
}

type Verdict = StepReading['verdict'] | 'lags'

function VerdictWords({ verdict }: { readonly verdict: Verdict }) {
  switch (verdict) {
    case 'sank':
      return (
        <>
          <span aria-hidden="true">▼ </span>
          <FormattedMessage id="console.chain.sank" defaultMessage="sank" />
        </>
      )
    case 'lags':
      return (
        <>
          <span aria-hidden="true">▼ </span>
          <FormattedMessage id="console.chain.lags" defaultMessage="lags the role" />
        </>
      )
    case 'holds':
      return (
        <>
          <span aria-hidden="true">▲ </span>
          <FormattedMessage id="console.chain.holds" defaultMessage="holds" />
        </>
      )
    case 'too little to tell':
      return <FormattedMessage id="console.chain.little" defaultMessage="too little to tell" />
  }
}

interface LinkProps {
  readonly reading: StepReading
  readonly from: ViewMetric
  readonly to: ViewMetric
  readonly lags: boolean
  /** Of the period before, where they are compared. */
  readonly last: { readonly label: string; readonly counts: StepCounts } | null
}

/** The picture of a link; the words beneath it say the same. */
function Gauge({ reading, last }: { readonly reading: StepReading; readonly last: number | null }) {
  const at = scaleOf(reading, last)
  const { interval, now, own, role } = reading
  return (
    <span className="gauge" aria-hidden="true">
      {interval && (
        <span
          className="gauge-sure"
          style={{
            insetInlineStart: at(interval.low),
            width: `calc(${at(interval.high)} - ${at(interval.low)})`,
          }}
        />
      )}
      {now.value !== null && reading.verdict !== 'too little to tell' && (
        <span className="gauge-now" style={{ insetInlineStart: at(now.value) }} />
      )}
      {own !== null && <span className="gauge-own" style={{ insetInlineStart: at(own) }} />}
      {last !== null && <span className="gauge-last" style={{ insetInlineStart: at(last) }} />}
      {role !== null && <span className="gauge-role" style={{ insetInlineStart: at(role) }} />}
    </span>
  )
}

function ChainLink({ reading, from, to, lags, last }: LinkProps) {
  const say = useSay()
  const format = useFloorFormat()
  const { now, interval, own, role, isShare, counted } = reading
  const verdict: Verdict = lags ? 'lags' : reading.verdict
  const isTold = verdict !== 'too little to tell'
  const rate = (value: number | null) => rateWords(format, value, isShare, to.unit)
  const beside = [
    isTold && interval !== null
      ? say(
          { id: 'console.chain.between', defaultMessage: '{low} to {high}' },
          { low: rate(interval.low), high: rate(interval.high) },
        )
      : null,
    own !== null ? say({ id: 'console.chain.own', defaultMessage: 'own {rate}' }, { rate: rate(own) }) : null,
    role !== null
      ? say({ id: 'console.chain.role', defaultMessage: 'role {rate}' }, { rate: rate(role) })
      : null,
    last !== null
      ? say(
          { id: 'console.chain.last', defaultMessage: '{window}: {rate}, {made} of {of}' },
          {
            window: last.label,
            rate: rate(last.counts.value),
            made: format.value(last.counts.made, counted.made.unit),
            of: format.value(last.counts.from, counted.from.unit),
          },
        )
      : null,
  ].filter((text) => text !== null)
  return (
    <li className="chain-link" data-verdict={verdict}>
      <span className="chain-name">
        <span className="strong" dir="auto">
          {from.name} <span className="chain-arrow">→</span> {to.name}
        </span>
        <span className="soft small figures">
          {isShare ? (
            <FormattedMessage
              id="console.chain.of"
              defaultMessage="{made} of {of}"
              values={{ made: format.value(now.made, counted.made.unit), of: ofWords(format, reading) }}
            />
          ) : (
            <FormattedMessage
              id="console.chain.by"
              defaultMessage="{made} of {of} {noun}"
              values={{
                made: format.value(now.made, counted.made.unit),
                of: format.value(now.from, counted.from.unit),
                noun: <bdi>{counted.from.noun}</bdi>,
              }}
            />
          )}
        </span>
      </span>
      <strong className="chain-rate figures">{isTold ? rate(now.value) : '–'}</strong>
      <span className="chain-picture">
        <Gauge reading={reading} last={last?.counts.value ?? null} />
        <span className="soft small figures">{beside.join(' · ')}</span>
      </span>
      <span className="chain-verdict">
        <VerdictWords verdict={verdict} />
      </span>
    </li>
  )
}

const countsAt = (last: CoachingAnswer['last'], link: number): LinkProps['last'] => {
  const counts = last?.counts[link]
  return last && counts ? { label: last.label, counts } : null
}

interface ChainProps {
  readonly answer: CoachingAnswer
  /** Whether the period before stands beside this one. */
  readonly isCompared: boolean
}

export function Chain({ answer, isCompared }: ChainProps) {
  const { readings, metrics, point, window } = answer
  const last = isCompared ? answer.last : null
  return (
    <Card
      flush
      title={
        <FormattedMessage
          id="console.chain.title"
          defaultMessage="The chain, {window} so far"
          values={{ window: window.label }}
        />
      }
      note={
        <span className="chain-legend" aria-hidden="true">
          <span data-mark="sure">
            <FormattedMessage id="console.chain.legend.sure" defaultMessage="this period, 95% sure" />
          </span>
          <span data-mark="own">
            <FormattedMessage id="console.chain.legend.own" defaultMessage="own history" />
          </span>
          {last && (
            <span data-mark="last">
              <bdi>{last.label}</bdi>
            </span>
          )}
          <span data-mark="role">
            <FormattedMessage id="console.chain.legend.role" defaultMessage="role median" />
          </span>
        </span>
      }
    >
      <ol className="chain">
        {readings.map((reading, link) => {
          const [from, to] = [metricOf(metrics, reading.from), metricOf(metrics, reading.metric)]
          if (!from || !to) return null
          return (
            <ChainLink
              key={reading.metric}
              reading={reading}
              from={from}
              to={to}
              lags={point.kind === 'lags' && point.link === link}
              last={countsAt(last, link)}
            />
          )
        })}
      </ol>
    </Card>
  )
}

// Somebody's time on the floor as a line: where they were, in which role, how far their goal was ramped, and when they are away.
import { FormattedMessage } from 'react-intl'
import { useDateWords } from '../../words/use-date-words.ts'
import { useSay } from '../../words/words.tsx'
import { type Bar, type TimeLine, timeLineOf } from './time-line-bars.ts'
import './time-line.css'

function Row({
  name,
  bars,
  line,
}: {
  readonly name: string
  readonly bars: readonly Bar[]
  readonly line: TimeLine
}) {
  const date = useDateWords()
  const say = useSay()
  const percent = (day: number): string =>
    `${((Math.min(Math.max(day, line.from), line.to) - line.from) / (line.to - line.from)) * 100}%`
  if (bars.length === 0) return null
  return (
    <div className="time-row">
      <span className="time-name soft small">{name}</span>
      <ol className="time-track">
        {bars.map((bar) => {
          const span =
            bar.until === null
              ? bar.since === null
                ? say({ id: 'console.time-line.always', defaultMessage: 'all along' })
                : say(
                    { id: 'console.time-line.since', defaultMessage: 'since {since}' },
                    { since: date(bar.since) },
                  )
              : bar.since === null
                ? say(
                    { id: 'console.time-line.until', defaultMessage: 'until {until}' },
                    { until: date(bar.until) },
                  )
                : say(
                    { id: 'console.time-line.from-until', defaultMessage: '{since} to {until}' },
                    { since: date(bar.since), until: date(bar.until) },
                  )
          return (
            <li
              key={`${bar.from} ${bar.words}`}
              className="time-bar"
              data-look={bar.look}
              title={`${bar.words}, ${span}`}
              style={{
                left: percent(bar.from),
                width: `calc(${percent(bar.to)} - ${percent(bar.from)} - 2px)`,
              }}
            >
              <span className="cut" dir="auto">
                {bar.words}
              </span>
              <span className="unseen">, {span}</span>
            </li>
          )
        })}
        <li className="time-today" aria-hidden="true" style={{ left: percent(line.today) }} />
      </ol>
    </div>
  )
}

export function PersonTimeLine({ of }: { readonly of: Parameters<typeof timeLineOf>[0] }) {
  const say = useSay()
  const date = useDateWords()
  const line = timeLineOf(of)
  const asDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
  return (
    <section
      className="time-line"
      aria-label={say({ id: 'console.time-line.name', defaultMessage: 'Their time here' })}
    >
      <Row name={say({ id: 'console.roster.team', defaultMessage: 'Team' })} bars={line.teams} line={line} />
      <Row name={say({ id: 'console.roster.role', defaultMessage: 'Role' })} bars={line.roles} line={line} />
      <Row name={say({ id: 'console.roster.ramp', defaultMessage: 'Ramp' })} bars={line.ramp} line={line} />
      <Row name={say({ id: 'console.roster.leave', defaultMessage: 'Away' })} bars={line.leave} line={line} />
      <p className="time-ends soft small" aria-hidden="true">
        <span>{date(asDate(line.from))}</span>
        <span
          className="time-here"
          style={{ left: `${((line.today - line.from) / (line.to - line.from)) * 100}%` }}
        >
          <FormattedMessage id="console.time-line.today" defaultMessage="today" />
        </span>
        <span>{date(asDate(line.to))}</span>
      </p>
    </section>
  )
}

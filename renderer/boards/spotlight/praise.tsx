// What speaks for somebody besides today's goals. What there is nothing of takes no room.
import type { CSSProperties, ReactNode } from 'react'
import type {
  SpotlightMetric,
  SpotlightRow,
  SpotlightWin,
} from '../../../shared/wire/boards/spotlight-board.ts'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { FromTo } from '../improved/from-to.tsx'
import { StreakDays, StreakMarks } from '../parts/streak/streak-marks.tsx'
import { winAge } from '../wins/win-age.ts'

interface PraiseProps {
  readonly row: SpotlightRow
  readonly metrics: readonly SpotlightMetric[]
  readonly now: number
}

/** A week and a half; the number tells the rest. */
const mostMarks = 7

export const Praise = ({ row, metrics, now }: PraiseProps) => {
  const { say } = useSurroundings().format
  const { streaks, win, gain, newcomer } = row
  if (streaks.length === 0 && win === null && gain === null && !newcomer) return null
  const welcome = newcomer && gain === null
  const hello = say({ id: 'spotlight.welcome', defaultMessage: 'Welcome' })
  const count = [streaks.length > 0, win !== null, gain !== null, welcome].filter(Boolean).length
  return (
    <div className="praises" data-count={count}>
      {streaks.length > 0 && <Streaks streaks={streaks} metrics={metrics} />}
      {win !== null && <Win win={win} now={now} />}
      {gain !== null && <Gain gain={gain} metrics={metrics} />}
      {welcome && (
        <Card
          tone="plain"
          label={say({ id: 'spotlight.new', defaultMessage: 'New here' })}
          figure={hello}
          style={fittingFigure(hello)}
        >
          <span className="praise-note">
            {say({
              id: 'spotlight.new-note',
              defaultMessage: 'Compared with their own past after four weeks',
            })}
          </span>
        </Card>
      )}
    </div>
  )
}

interface CardProps {
  readonly tone: 'reached' | 'ahead' | 'plain'
  readonly label: string
  readonly figure: ReactNode
  /** How wide that is: `fittingFigure`. */
  readonly style?: CSSProperties
  readonly children: ReactNode
}

const Card = ({ tone, label, figure, style, children }: CardProps) => (
  <section className="praise" data-tone={tone}>
    <h2 className="praise-label line">{label}</h2>
    <span className="praise-figure fitting-figure" style={style} {...phrase}>
      {figure}
    </span>
    {children}
  </section>
)

const Streaks = ({ streaks, metrics }: Pick<SpotlightRow, 'streaks'> & Pick<PraiseProps, 'metrics'>) => {
  const { format } = useSurroundings()
  const { say } = format
  const [longest, ...others] = streaks
  if (!longest) return null
  const unit = say(
    { id: 'spotlight.days', defaultMessage: '{days, plural, one {day} other {days}}' },
    { days: longest.days },
  )
  const nameOf = (metric: number) => metrics[metric]?.metric.name ?? ''
  const more = others.map(({ metric, days }) => `${nameOf(metric)}: ${format.value(days, 'count')}`)
  return (
    <Card
      tone="reached"
      label={say({ id: 'spotlight.streak', defaultMessage: 'On goal in a row' })}
      style={fittingFigure(`${format.value(longest.days, 'count')}+`, ` ${unit}`)}
      figure={
        <>
          <StreakDays days={longest.days} capped={longest.capped} />{' '}
          <span className="praise-unit">{unit}</span>
        </>
      }
    >
      <StreakMarks days={longest.days} capped={longest.capped} today={longest.today} most={mostMarks} />
      <span className="praise-note line" dir="auto">
        {nameOf(longest.metric)}
      </span>
      {more.length > 0 && (
        <span className="praise-more line" {...phrase}>
          {more.join(' · ')}
        </span>
      )}
    </Card>
  )
}

const Win = ({ win, now }: { readonly win: SpotlightWin; readonly now: number }) => {
  const { format } = useSurroundings()
  const { say } = format
  const account = win.account ?? say({ id: 'spotlight.a-deal', defaultMessage: 'A deal' })
  const figure =
    win.amount === null
      ? say({ id: 'spotlight.signed', defaultMessage: 'Signed' })
      : format.value(win.amount, 'money')
  return (
    <Card
      tone="plain"
      label={
        win.helped
          ? say({ id: 'spotlight.helped', defaultMessage: 'Helped to win' })
          : say({ id: 'spotlight.win', defaultMessage: 'Latest win' })
      }
      figure={figure}
      style={fittingFigure(figure)}
    >
      <span className="praise-account fitting line" dir="auto" style={fitting(account)}>
        {account}
      </span>
      <span className="praise-note line">{winAge(win, now, format.say)}</span>
    </Card>
  )
}

interface GainProps extends Pick<PraiseProps, 'metrics'> {
  readonly gain: NonNullable<SpotlightRow['gain']>
}

const Gain = ({ gain, metrics }: GainProps) => {
  const { format } = useSurroundings()
  const metric = metrics[gain.metric]?.metric
  if (!metric) return null
  const change = format.change(gain.change)
  return (
    <Card
      tone="ahead"
      label={format.say({ id: 'spotlight.gain', defaultMessage: 'Beats own past' })}
      style={fittingFigure(`▲${change}`)}
      figure={
        <>
          <span className="praise-move">{gain.change < 0 ? '▼' : '▲'}</span>
          {change}
        </>
      }
    >
      <FromTo from={gain.from} to={gain.to} metric={metric} noun={false} />
      <span className="praise-note line" dir="auto">
        {metric.name}
      </span>
    </Card>
  )
}

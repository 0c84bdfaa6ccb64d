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
import type { BestNumber } from './best-number.ts'

interface PraiseProps {
  readonly row: SpotlightRow
  readonly metrics: readonly SpotlightMetric[]
  readonly now: number
}

/** A week and a half; the number tells the rest. */
const mostMarks = 7

type Kind = Exclude<BestNumber['of'], 'goal' | 'nothing'>

/** What there is of each, in the order in which they stand. */
const kindsOf = ({ streaks, win, gain, newcomer }: SpotlightRow): readonly Kind[] => [
  ...(streaks.length > 0 ? (['streak'] as const) : []),
  ...(win !== null ? (['win'] as const) : []),
  ...(gain !== null ? (['gain'] as const) : []),
  ...(newcomer && gain === null ? (['welcome'] as const) : []),
]

interface RestProps extends PraiseProps {
  /** What their turn has opened with already. */
  readonly without: BestNumber['of']
}

export const Praise = ({ without, ...props }: RestProps) => {
  const kinds = kindsOf(props.row).filter((kind) => kind !== without)
  if (kinds.length === 0) return null
  return (
    <div className="praises" data-count={kinds.length}>
      {kinds.map((kind) => (
        <Best key={kind} of={kind} {...props} />
      ))}
    </div>
  )
}

interface BestProps extends PraiseProps {
  readonly of: Kind
}

export const Best = ({ of, row: { streaks, win, gain }, metrics, now }: BestProps) => {
  if (of === 'streak') return <Streaks streaks={streaks} metrics={metrics} />
  if (of === 'win') return win && <Win win={win} now={now} />
  if (of === 'gain') return gain && <Gain gain={gain} metrics={metrics} />
  return <Welcome />
}

const Welcome = () => {
  const { say } = useSurroundings().format
  const hello = say({ id: 'spotlight.welcome', defaultMessage: 'Welcome' })
  return (
    <Card
      tone="plain"
      label={say({ id: 'spotlight.new', defaultMessage: 'New here' })}
      figure={hello}
      style={fittingFigure(hello)}
    >
      <span className="praise-note">
        {say({ id: 'spotlight.new-note', defaultMessage: 'Compared with their own past after four weeks' })}
      </span>
    </Card>
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
          {gain.change >= 0 && <span className="praise-move">▲</span>}
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

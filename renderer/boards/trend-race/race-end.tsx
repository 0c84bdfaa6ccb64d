// Who is who, at a line's end. Labels travel by transform when others pass them.
import { memo } from 'react'
import type { RaceGoal, TrendRaceRow, TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'
import type { Unit, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { spring } from '../../ui/motion/curves.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useTravel } from '../../wall/use-travel.ts'
import { alarmOf } from '../parts/alarm.ts'
import { goalBeside, isLongBeside } from '../parts/beside-goal.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { figuresOf } from './end-figures.ts'

interface EndProps {
  /** Of the plot's height, 0 to 1. */
  readonly at: number
}

const downAt = (at: number): string => `translateY(${(at * 100).toFixed(3)}%)`
const usePlace = (at: number) => useTravel<HTMLLIElement>(at, downAt, spring)

interface RunnerEndProps extends EndProps {
  readonly row: TrendRaceRow
  readonly metric: ViewMetric
  readonly show: TrendRaceView['show']
}

export const RunnerEnd = memo(
  ({
    row,
    hue,
    metric,
    show,
    of,
    at,
  }: RunnerEndProps & Pick<TrendRaceView, 'of'> & { readonly hue: number }) => {
    const { format } = useSurroundings()
    const { amount, unit, main, beside, sign } = figuresOf(row, metric, show, format)
    const reached = row.state === 'reached'
    return (
      <li className="race-end" {...usePlace(at)} data-alarm={alarmOf(row.state)} data-of={of}>
        <span className="race-end-body" style={fittingFigure(main, sign === null ? beside : `▲ ${beside}`)}>
          {show === 'rank' && <span className="race-rank">{row.rank ?? '–'}</span>}
          <Avatar initials={row.initials} hue={hue} photo={row.photo} reached={reached} />
          <PersonName name={row.name} />
          <CountingNumber className="race-value fitting-figure" amount={amount} unit={unit} />
          <span className="race-beside">
            {sign !== null && (
              <>
                <StateSign state={sign} />{' '}
              </>
            )}
            {beside}
          </span>
        </span>
      </li>
    )
  },
)
RunnerEnd.displayName = 'RunnerEnd'

/** Whoever leads them all, on the pages of the others. */
export const LeaderEnd = memo(({ row, metric, show, at }: RunnerEndProps) => {
  const { format } = useSurroundings()
  const { main } = figuresOf(row, metric, show, format)
  return (
    <li className="race-end race-end-quiet" {...usePlace(at)}>
      <span className="race-end-body" style={fittingFigure(main)}>
        <span className="race-note line" {...phrase}>
          {row.rank === null ? '' : `${format.say({ id: 'race.first', defaultMessage: '1st' })} `}
          <bdi>{row.short}</bdi>
        </span>
        <span className="race-value fitting-figure">{main}</span>
      </span>
    </li>
  )
})
LeaderEnd.displayName = 'LeaderEnd'

interface GoalEndProps extends EndProps {
  readonly goal: RaceGoal
  readonly unit: Unit
  readonly over: boolean
}

export const GoalEnd = memo(({ goal: { amount, pace }, unit, over, at }: GoalEndProps) => {
  const { format } = useSurroundings()
  const { say } = format
  // Nobody holds half a meeting.
  const shownPace = unit === 'count' && amount !== null ? Math.ceil(pace) : pace
  const due = format.value(shownPace, amount === null ? 'percent' : unit)
  const whole = amount === null ? '100%' : format.value(amount, unit)
  const isWhole = over || due === whole
  const isLong = isLongBeside({ value: pace, goal: amount }, unit, format)
  const beside = amount === null ? whole : goalBeside(amount, unit, isLong, format)
  return (
    <li className="race-end race-end-goal" {...usePlace(at)}>
      <span className="race-end-body" style={fittingFigure(isWhole ? whole : due)}>
        <span className="race-goal line" {...phrase}>
          {isWhole
            ? say({ id: 'board.goal', defaultMessage: 'Goal' })
            : say({ id: 'race.goal-pace', defaultMessage: 'Goal pace' })}{' '}
          {!isWhole && (
            <span className="quiet">
              {say({ id: 'race.to-goal', defaultMessage: 'to {goal}' }, { goal: beside })}
            </span>
          )}
        </span>
        <span className="race-value fitting-figure">{isWhole ? whole : due}</span>
      </span>
    </li>
  )
})
GoalEnd.displayName = 'GoalEnd'

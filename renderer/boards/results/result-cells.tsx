// Three periods of one person, one team or all of them.
import { memo } from 'react'
import type { Outlook, ThreePeriods } from '../../../shared/wire/boards/results-board.ts'
import type { GoalState, Standing, Unit } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf, signOf } from '../parts/alarm.ts'
import { goalBeside } from '../parts/beside-goal.ts'
import { StandingBar } from '../parts/standing-bar.tsx'
import { Cover } from './cover.tsx'
import { goalless } from './cover-words.ts'

interface ResultCellsProps {
  readonly periods: ThreePeriods
  readonly unit: Unit
  /** The coverage that is enough. */
  readonly enough: number
  /** Of the board: goals go without the currency of the values beside them. */
  readonly isLong: boolean
}

export const ResultCells = ({ periods: { last, current, next }, unit, enough, isLong }: ResultCellsProps) => (
  <>
    <span className="result-cell">
      <Past standing={last} unit={unit} isLong={isLong} />
    </span>
    <span className="result-cell result-now">
      <Running outlook={current} unit={unit} isLong={isLong} />
      <Cover outlook={current} unit={unit} enough={enough} ofGoal={false} isLong={isLong} />
    </span>
    <span className="result-cell result-next">
      <Cover outlook={next} unit={unit} enough={enough} ofGoal isLong={isLong} />
    </span>
  </>
)

/** On pace is as it should be, and no sign is needed for it. */
const hasSign = (state: Standing['state']): state is Exclude<GoalState, 'on pace'> =>
  state !== null && state !== 'on pace'

const Sign = ({ state }: Pick<Standing, 'state'>) =>
  hasSign(state) && <span className="result-sign">{state === 'reached' ? <Star /> : signOf(state)}</span>

type Told = Pick<ResultCellsProps, 'unit' | 'isLong'>

/** What came of it: reached, or not. */
const Past = memo(({ standing, unit, isLong }: Told & { readonly standing: Standing }) => {
  const { format } = useSurroundings()
  const { say } = format
  const { value, goal, state, attainment } = standing
  return (
    <span className="result-pair" data-alarm={alarmOf(state)}>
      <span
        className="result-first"
        style={fittingFigure(format.value(value, unit), hasSign(state) ? '★' : '')}
        {...phrase}
      >
        <Sign state={state} />
        <CountingNumber className="result-figure fitting-figure" amount={value} unit={unit} />
      </span>
      <span className="result-second line" {...phrase}>
        {goal === null
          ? goalless(value, say)
          : say(
              { id: 'board.of-goal', defaultMessage: 'of {goal}' },
              { goal: goalBeside(goal, unit, isLong, format) },
            )}
        {attainment !== null && (
          <>
            <span className="result-dot"> · </span>
            <span className="result-share">{format.attainment(attainment)}</span>
          </>
        )}
      </span>
    </span>
  )
})
Past.displayName = 'Past'

const Running = memo(({ outlook, unit, isLong }: Told & { readonly outlook: Outlook }) => {
  const { format } = useSurroundings()
  const { say } = format
  const { value, goal, state } = outlook
  const ofGoal =
    goal === null
      ? say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })
      : say(
          { id: 'board.of-goal', defaultMessage: 'of {goal}' },
          { goal: goalBeside(goal, unit, isLong, format) },
        )
  return (
    <span className="result-pair" data-alarm={alarmOf(state)}>
      <span
        className="result-first"
        style={fittingFigure(format.value(value, unit), `${hasSign(state) ? '★ ' : ''}${ofGoal}`)}
        {...phrase}
      >
        <Sign state={state} />
        <CountingNumber className="result-figure fitting-figure" amount={value} unit={unit} />
        <span className="result-word">{ofGoal}</span>
      </span>
      <StandingBar standing={outlook} indicator="output" hollow={goal === null} />
    </span>
  )
})
Running.displayName = 'Running'

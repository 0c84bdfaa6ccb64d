// Three periods of one person or one team, in a line: what came of the last, how far this one is, and what covers the rest.
import { memo, useRef } from 'react'
import type { Outlook, ThreePeriods } from '../../../shared/wire/boards/results-board.ts'
import type { Standing, Unit } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf } from '../parts/alarm.ts'
import { filledBy, StandingBar } from '../parts/standing-bar.tsx'
import { StateSign } from '../parts/state-sign.tsx'
import { useGoalPassed } from '../parts/use-goal-passed.ts'
import { coverSign } from './cover-sign.tsx'
import { coverAlarm, coverWords, goalless } from './cover-words.ts'

interface ResultCellsProps {
  /** Whose periods they are. */
  readonly id: string
  readonly isQuiet?: boolean | undefined
  readonly periods: ThreePeriods
  readonly unit: Unit
  /** The coverage that is enough. */
  readonly enough: number
}

export const ResultCells = ({
  id,
  isQuiet,
  periods: { last, current, next },
  unit,
  enough,
}: ResultCellsProps) => (
  <>
    <Past standing={last} unit={unit} />
    <Running id={id} isQuiet={isQuiet} standing={current} unit={unit} />
    <Cover outlook={current} enough={enough} of="missing" />
    <Cover outlook={next} enough={enough} of="next" />
  </>
)

/** On pace is as it should be, and no sign is needed for it. */
const hasSign = (state: Standing['state']): boolean => state !== null && state !== 'on pace'

const Sign = ({ state }: Pick<Standing, 'state'>) =>
  state !== null &&
  state !== 'on pace' && (
    <span className="result-sign">
      <StateSign state={state} />
    </span>
  )

interface StandingProps {
  readonly standing: Standing
  readonly unit: Unit
}

/** What came of it: the share of the goal, or the value where there was none. */
const Past = memo(({ standing, unit }: StandingProps) => {
  const { format } = useSurroundings()
  const { value, attainment, state } = standing
  const figure =
    attainment !== null
      ? format.attainment(attainment)
      : value === null
        ? goalless(value, format.say)
        : format.value(value, unit)
  return (
    <span
      className="result-cell result-last"
      data-alarm={alarmOf(state)}
      style={fittingFigure(figure, hasSign(state) ? '★' : '')}
      {...phrase}
    >
      <Sign state={state} />
      <span
        className={attainment === null && value === null ? 'result-plain' : 'result-figure fitting-figure'}
      >
        {figure}
      </span>
    </span>
  )
})
Past.displayName = 'Past'

type RunningProps = StandingProps & Pick<ResultCellsProps, 'id' | 'isQuiet'>

const Running = memo(({ id, isQuiet, standing, unit }: RunningProps) => {
  const { format } = useSurroundings()
  const cell = useRef<HTMLSpanElement>(null)
  const { state } = useGoalPassed(cell, {
    id,
    standing,
    fraction: filledBy(standing),
    goalAt: 1,
    isQuiet,
  })
  return (
    <span className="result-cell result-running" ref={cell} data-alarm={alarmOf(state)}>
      <span
        className="result-first"
        style={fittingFigure(format.value(standing.value, unit), hasSign(state) ? '★' : '')}
        {...phrase}
      >
        <Sign state={state} />
        <CountingNumber className="result-figure fitting-figure" amount={standing.value} unit={unit} />
      </span>
      <StandingBar standing={standing} indicator="output" hollow={standing.goal === null} />
    </span>
  )
})
Running.displayName = 'Running'

interface CoverProps {
  readonly outlook: Outlook
  /** The coverage that is enough. */
  readonly enough: number
  readonly of: 'missing' | 'next'
}

/** Whether what is due is enough for what is missing. */
const Cover = memo(({ outlook, enough, of }: CoverProps) => {
  const { format } = useSurroundings()
  const { figure, words } = coverWords(outlook, enough, format)
  const sign = coverSign(outlook.cover)
  return (
    <span
      className={`result-cell result-${of}`}
      data-alarm={coverAlarm(outlook.cover)}
      style={fittingFigure(figure ?? '', sign === null ? '' : '▲')}
      {...phrase}
    >
      {sign !== null && <span className="result-sign">{sign}</span>}
      <span className={figure === null ? 'result-plain' : 'result-figure fitting-figure'}>
        {figure ?? words}
      </span>
    </span>
  )
})
Cover.displayName = 'Cover'

// How far the work has come and how far the time, one above the other: where the bar ends before the days that are left
// begin, the work is behind.
import { memo, useRef } from 'react'
import type { CountdownAskView } from '../../../shared/wire/boards/countdown-ask-board.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Bar, type BarTone } from '../../wall/bar.tsx'
import { toneOf } from '../parts/alarm.ts'
import { useRoom } from '../parts/room/room.tsx'
import { filledBy, StandingBar } from '../parts/standing-bar.tsx'
import { useGoalPassed } from '../parts/use-goal-passed.ts'
import './progress.css'

export const Progress = ({ view }: { readonly view: CountdownAskView }) => {
  const { goal, days, isOver } = view
  return (
    <div className="to-go-progress">
      {goal !== null && <Work view={view} />}
      {days !== null && days.all > 0 && <Days all={days.all} left={days.left} isOver={isOver} />}
    </div>
  )
}

const Work = ({ view }: { readonly view: CountdownAskView }) => {
  const { format } = useSurroundings()
  const { say } = format
  const { metric, value, goal, attainment } = view
  const isLow = metric.better === 'lower'
  const track = useRef<HTMLDivElement>(null)
  const room = useRoom()
  useGoalPassed(track, {
    id: `team ${view.scope}`,
    standing: view,
    fraction: filledBy(view),
    goalAt: 1,
    onCrossed: (_, afterMs) => room.turn(afterMs),
  })
  return (
    <div className="to-go-track" ref={track}>
      <span className="to-go-track-words" {...phrase}>
        <CountingNumber className="to-go-done" amount={value} unit={metric.unit} />
        <span className="quiet">
          {isLow
            ? say(
                { id: 'countdown.of-at-most', defaultMessage: 'of at most {goal}' },
                { goal: format.value(goal, metric.unit) },
              )
            : say(
                { id: 'board.of-goal', defaultMessage: 'of {goal}' },
                { goal: format.value(goal, metric.unit) },
              )}
        </span>
      </span>
      {!isLow && attainment !== null && attainment >= 0 && (
        <span className="to-go-track-share">
          {say(
            { id: 'countdown.done', defaultMessage: '{share} done' },
            { share: format.attainment(attainment) },
          )}
        </span>
      )}
      {isLow ? (
        <Allowance value={value ?? 0} goal={goal ?? 0} tone={toneOf(view.state, metric.indicator)} />
      ) : (
        <StandingBar standing={view} indicator={metric.indicator} />
      )}
    </div>
  )
}

interface AllowanceProps {
  readonly value: number
  readonly goal: number
  readonly tone: BarTone
}

/** How much is used up of what there may be at most. */
const Allowance = ({ value, goal, tone }: AllowanceProps) => (
  <Bar fraction={value <= 0 ? 0 : Math.min(1, value / goal)} reached={false} crossedAfterMs={0} tone={tone} />
)

/** More blocks than these are too small to be counted: a year is drawn as one stretch. */
const mostBlocks = 70

interface DaysProps {
  readonly all: number
  readonly left: number
  readonly isOver: boolean
}

const Days = memo(({ all, left, isOver }: DaysProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const gone = all - left
  const count = (days: number) => format.value(days, 'count')
  const words = isOver
    ? say(
        { id: 'countdown.all-over', defaultMessage: 'all {days} working days are over' },
        { days: count(all) },
      )
    : left === 0
      ? say(
          { id: 'countdown.are-over', defaultMessage: '{days} working days are over' },
          { days: count(all) },
        )
      : say(
          { id: 'window.working-day-of', defaultMessage: 'working day {nth} of {days}' },
          { nth: count(gone + 1), days: count(all) },
        )
  const blocks = all <= mostBlocks
  return (
    <div className="to-go-track">
      <span className="to-go-track-words quiet">{words}</span>
      <span className="to-go-track-share">
        {say(
          { id: 'countdown.of-the-time', defaultMessage: '{share} of the time' },
          { share: format.value(gone / all, 'percent') },
        )}
      </span>
      {blocks ? (
        <span className="to-go-days">
          {Array.from({ length: all }, (_, day) => (
            <span
              className="to-go-day"
              // biome-ignore lint/suspicious/noArrayIndexKey: a day is its index
              key={day}
              data-left={day >= gone || undefined}
              data-today={day === gone || undefined}
            />
          ))}
        </span>
      ) : (
        <span className="to-go-days">
          {gone > 0 && <span className="to-go-day" style={{ flexGrow: gone }} />}
          {left > 0 && <span className="to-go-day" data-left style={{ flexGrow: left }} />}
        </span>
      )}
    </div>
  )
})
Days.displayName = 'Days'

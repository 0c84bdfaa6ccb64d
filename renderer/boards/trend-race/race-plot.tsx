// The lines. When they appear they are drawn from left to right: a curtain and the sheet behind it move against each
// other, so that the compositor alone draws them; then they stand still.
import { memo } from 'react'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { raceDates } from './race-dates.ts'
import { leaderPath, plotSize, racePath } from './race-paths.ts'
import type { RacePage } from './race-runners.ts'
import './race-plot.css'

interface RacePlotProps {
  readonly view: TrendRaceView
  readonly race: RacePage
}

const box = `0 0 ${plotSize} ${plotSize}`

export const RacePlot = ({ view, race: { scale, runners, goal } }: RacePlotProps) => {
  const { format, locale } = useSurroundings()
  const unit = view.show === 'attainment' ? 'percent' : view.metric.unit
  const ticks = scale.ticks
    .map((tick) => ({ tick, at: scale.y(tick), text: format.value(tick, unit) }))
    .filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at)
  const ems = Math.max(0, ...ticks.map(({ text }) => textWidth(text)))
  // Whoever leads is drawn last and lies on top.
  const ordered = [...runners].sort(
    (a, b) => Number(b.hue === null) - Number(a.hue === null) || b.row.place - a.row.place,
  )
  return (
    <>
      <div className="race-ticks" style={{ width: ems === 0 ? 0 : `${ems * 3 + 1.6}rem` }}>
        {ticks.map(({ tick, at, text }) => (
          <span className="race-tick" key={tick} style={{ top: `${at * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
      <div className="race-plot">
        <svg className="race-grid" viewBox={box} preserveAspectRatio="none" aria-hidden="true">
          {ticks.map(({ tick, at }) => (
            <path key={tick} d={`M0 ${at * plotSize}H${plotSize}`} data-zero={tick === 0 || undefined} />
          ))}
        </svg>
        <div className="race-curtain">
          <div className="race-sheet">
            <svg className="race-lines" viewBox={box} preserveAspectRatio="none" aria-hidden="true">
              {ordered.map(({ id, row, hue }) => (
                <RaceLine key={id} hue={hue} d={racePath(view, scale, view.start, row.points, 'runner')} />
              ))}
              {view.goal !== null && (
                <path
                  className="race-line race-line-goal"
                  d={racePath(view, scale, view.goal.start, view.goal.points, 'goal')}
                />
              )}
            </svg>
          </div>
        </div>
      </div>
      <svg className="race-leaders" viewBox={box} preserveAspectRatio="none" aria-hidden="true">
        {ordered.map(({ id, hue, end, label }) =>
          end === null ? null : <RaceLine key={id} hue={hue} d={leaderPath(end, label)} />,
        )}
        {goal !== null && <path className="race-line race-line-goal" d={leaderPath(goal.end, goal.label)} />}
      </svg>
      <div className="race-dates">
        {raceDates(view, scale, locale, format.say).map(({ key, at, text }) => (
          <span
            className="race-date"
            key={key}
            data-edge={at > 0.99 ? 'end' : at < 0.04 ? 'start' : undefined}
            style={{ insetInlineStart: `${at * 100}%` }}
          >
            {text}
          </span>
        ))}
      </div>
    </>
  )
}

const RaceLine = memo(({ d, hue }: { readonly d: string; readonly hue: number | null }) => (
  <path className="race-line" data-hue={hue ?? undefined} d={d} />
))
RaceLine.displayName = 'RaceLine'

// Out of hours: the time, large; what the next working day begins with; what the week came to. Dim, and never still for
// long.
import { type CSSProperties, memo } from 'react'
import type { CalmResult, CalmView } from '../../../shared/wire/boards/calm-board.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { timeOfDay, zonedFormat } from '../../ui/zoned-format.ts'
import { alarmOf } from '../parts/alarm.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { windowLabel } from '../parts/window-label.ts'
import { withoutRepeats } from '../parts/without-repeats.ts'
import { dayWords, goalWords } from './goal-words.ts'
import { wander } from './wander.ts'
import '../parts/alarm.css'
import './calm.css'

interface CalmProps {
  readonly view: CalmView
  /** Feed clock, epoch ms, of this minute. */
  readonly now: number
}

export const Calm = ({ view, now }: CalmProps) => {
  const { locale, timeZone } = useSurroundings()
  const [across, down] = wander(now)
  const time = timeOfDay(now, locale, timeZone)
  const date = zonedFormat(now, locale, timeZone, { weekday: 'long', month: 'long', day: 'numeric' })
  return (
    // Night is dark, also on a screen that is bright by day.
    <article className="calm" data-theme="night">
      <div className="calm-room" style={{ '--across': across, '--down': down } as CSSProperties}>
        <div className="calm-words">
          <h1 className="calm-title eyebrow-text line" dir="auto">
            {withoutRepeats([view.title, view.scope])}
          </h1>
          <p className="calm-time fitting" style={fitting(time)}>
            {time}
          </p>
          <p className="calm-date fitting line" style={fitting(date)}>
            {date}
          </p>
          {view.awaits !== 'history' && <Lines view={view} />}
        </div>
      </div>
    </article>
  )
}

/** The same all night, while the clock goes on. */
const Lines = memo(({ view: { next, goals, result: known, awaits } }: Pick<CalmProps, 'view'>) => {
  const { format, locale } = useSurroundings()
  // Before the first fact there is no result, and none of nothing.
  const result = awaits === null ? known : null
  if (goals.length === 0 && result === null) return null
  return (
    <dl className="calm-lines">
      {next !== null && goals.length > 0 && (
        <div className="calm-line">
          <Label text={dayWords(next, format.say, locale)} />
          {goals.map((goal) => {
            const words = goalWords(goal, format, locale)
            return (
              <dd className="calm-goal fitting" key={goal.metric.id} style={fitting(words)} {...phrase}>
                {words}
              </dd>
            )
          })}
        </div>
      )}
      {result !== null && <Result result={result} />}
    </dl>
  )
})
Lines.displayName = 'Lines'

const Result = ({ result }: { readonly result: CalmResult }) => {
  const { format } = useSurroundings()
  const { value, goal, metric, window } = result
  const label = windowLabel(window, format.say)
  const amount = format.value(value, metric.unit)
  const ofGoal =
    goal === null
      ? ''
      : ` ${format.say({ id: 'board.of-goal', defaultMessage: 'of {goal}' }, { goal: format.value(goal, metric.unit) })}`
  const rest = `${ofGoal} ${metric.noun}`
  return (
    <div className="calm-line">
      <Label text={label} />
      <dd className="calm-result">
        <span className="calm-amount fitting line" style={fitting(amount + rest)} {...phrase}>
          <strong>{amount}</strong>
          {rest}
        </span>
        <State result={result} />
      </dd>
    </div>
  )
}

/** In words, with a sign and its colour. */
const State = ({ result: { goal, pace, state, value } }: { readonly result: CalmResult }) => {
  const { say } = useSurroundings().format
  if (goal === null)
    return (
      <span className="calm-state">{say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })}</span>
    )
  if (state === null)
    // While nothing is due, there is a number and nothing to say of it.
    return value !== null && pace === 0 ? null : (
      <span className="calm-state">{say({ id: 'board.no-numbers', defaultMessage: 'no numbers yet' })}</span>
    )
  // When all of the window's working time is over there is no pace to keep any more.
  const short =
    pace === goal
      ? say({ id: 'calm.short', defaultMessage: 'short of the goal' })
      : say({ id: 'pace.behind', defaultMessage: 'behind pace' })
  const words = {
    reached: say({ id: 'pace.reached', defaultMessage: 'goal reached' }),
    'on pace': say({ id: 'pace.on', defaultMessage: 'on pace' }),
    behind: short,
    'well behind': short,
  }
  return (
    <span className="calm-state" data-alarm={alarmOf(state)}>
      <StateSign state={state} /> {words[state]}
    </span>
  )
}

const Label = ({ text }: { readonly text: string }) => (
  <dt className="calm-label fitting line" dir="auto" style={fitting(text)}>
    {text}
  </dt>
)

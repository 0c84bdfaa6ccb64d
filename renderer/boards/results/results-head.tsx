// What heads each column: a period, and how all of them together did in it.
import type { ReactNode } from 'react'
import type { ResultsView } from '../../../shared/wire/boards/results-board.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { type Alarm, alarmOf } from '../parts/alarm.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { coverSign } from './cover-sign.tsx'
import { coverAlarm, coverWords, goalless } from './cover-words.ts'

interface ColumnProps {
  readonly of: 'last' | 'now' | 'missing' | 'next'
  readonly name: string
  /** "97 %", "3.5×"; null where there is none. */
  readonly figure: string | null
  readonly sign?: ReactNode
  readonly alarm?: Alarm | undefined
  /** Stands behind the figure, or in its place: "covered", "nothing missing". */
  readonly beside?: string
  readonly words: string
}

const Column = ({ of, name, figure, sign = null, alarm, beside = '', words }: ColumnProps) => (
  <span className={`results-column result-${of}`}>
    <span className="results-column-name fitting line" dir="auto" style={fitting(name)}>
      {name}
    </span>
    <span
      className="results-column-figure"
      data-alarm={alarm}
      style={fittingFigure(figure ?? '', `★ ${beside}`)}
      {...phrase}
    >
      {sign !== null && <span className="result-sign">{sign}</span>}
      {figure !== null && <span className="results-total fitting-figure">{figure}</span>}
      {beside !== '' && (
        <span className={figure === null ? 'result-plain' : 'results-column-beside'}>{beside}</span>
      )}
    </span>
    <span className="results-column-words fitting line" style={fitting(words)} {...phrase}>
      {words}
    </span>
  </span>
)

export const ResultsHead = ({ view }: { readonly view: ResultsView }) => {
  const { metric, period, enough, total } = view
  const { format } = useSurroundings()
  const { say } = format
  const share = ({ attainment, value }: Standing): string =>
    attainment === null ? format.value(value, metric.unit) : format.attainment(attainment)
  const ofGoal = ({ goal, value }: Standing): string =>
    goal === null
      ? goalless(value, say)
      : say({ id: 'board.of-goal', defaultMessage: 'of {goal}' }, { goal: format.value(goal, metric.unit) })
  const due = (amount: number | null): string =>
    say({ id: 'results.due', defaultMessage: '{amount} due' }, { amount: format.value(amount, metric.unit) })
  const missing = coverWords(total.current, enough, format)
  const coming = coverWords(total.next, enough, format)
  return (
    <div className="result-line results-head">
      <span className="results-corner" />
      <Column
        of="last"
        name={say(
          { id: 'results.last', defaultMessage: '{period, select, month {Last month} other {Last quarter}}' },
          { period },
        )}
        figure={share(total.last)}
        sign={total.last.state && <StateSign state={total.last.state} />}
        alarm={alarmOf(total.last.state)}
        words={ofGoal(total.last)}
      />
      <Column
        of="now"
        name={say(
          { id: 'results.this', defaultMessage: '{period, select, month {This month} other {This quarter}}' },
          { period },
        )}
        figure={share(total.current)}
        {...(total.current.state === 'reached' && { sign: <Star />, alarm: 'reached' as const })}
        words={view.window.progress}
      />
      <Column
        of="missing"
        name={say({ id: 'results.what-is-missing', defaultMessage: 'What is missing' })}
        figure={missing.figure}
        beside={missing.words}
        sign={coverSign(total.current.cover)}
        alarm={coverAlarm(total.current.cover)}
        words={due(total.current.due)}
      />
      <Column
        of="next"
        name={say(
          { id: 'results.next', defaultMessage: '{period, select, month {Next month} other {Next quarter}}' },
          { period },
        )}
        figure={coming.figure}
        beside={coming.words}
        sign={coverSign(total.next.cover)}
        alarm={coverAlarm(total.next.cover)}
        words={due(total.next.due)}
      />
    </div>
  )
}

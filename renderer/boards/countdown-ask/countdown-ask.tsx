// The countdown: what is left ÷ the days left = what a day asks; how far the work and the time have come, one bar above
// the other; and what it means for each.
import type { CountdownAskView } from '../../../shared/wire/boards/countdown-ask-board.ts'
import { Star } from '../../ui/avatar.tsx'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf } from '../parts/alarm.ts'
import { countdownWords } from './countdown-words.ts'
import { Facts } from './facts.tsx'
import { Progress } from './progress.tsx'
import { Sum } from './sum.tsx'
import './countdown-ask.css'

export const CountdownAsk = ({ view }: { readonly view: CountdownAskView }) => {
  const { format, locale } = useSurroundings()
  const { metric, value, goal, state, rhythm, days } = view
  const words = countdownWords(view, format, locale)
  return (
    <section className="to-go" data-tone={metric.indicator} data-alarm={alarmOf(state)}>
      {words === null && value !== null && goal !== null && rhythm !== null && days !== null ? (
        <Sum metric={metric} left={goal - value} days={days.left} rhythm={rhythm} />
      ) : (
        words !== null && (
          <div className="to-go-said">
            <p
              className="to-go-headline"
              {...phrase}
              // A drawn star is as wide as this one and the gap after it.
              style={fitting(`${state === 'reached' ? '★ ' : ''}${words.headline}`)}
            >
              {state === 'reached' && <Star />}
              <span className="line">{words.headline}</span>
            </p>
            <p className="to-go-note line" {...phrase}>
              {words.note}
            </p>
          </div>
        )
      )}
      <Progress view={view} />
      <Facts view={view} />
    </section>
  )
}

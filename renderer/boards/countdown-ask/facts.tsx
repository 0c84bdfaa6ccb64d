// What the sum means: for each, beside what a day has brought so far, and beside the pace.
import type { CountdownAskView } from '../../../shared/wire/boards/countdown-ask-board.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { eachText } from '../parts/ask-text.ts'
import { PaceWord } from '../parts/pace-word.tsx'
import './facts.css'

export const Facts = ({ view }: { readonly view: CountdownAskView }) => {
  const { format } = useSurroundings()
  const { say } = format
  const { metric, ask, soFarADay, goal, state } = view
  const each = ask === null || state === 'reached' ? null : eachText(ask, metric.unit, format)
  const facts = [
    ...(each !== null && ask !== null
      ? [
          {
            label: say(
              {
                id: 'countdown.for-people',
                defaultMessage: '{people, plural, one {for # person} other {for # people}}',
              },
              { people: ask.people },
            ),
            text: each,
          },
        ]
      : []),
    ...(soFarADay === null
      ? []
      : [
          {
            label: say({ id: 'countdown.average', defaultMessage: 'so far, on average' }),
            text: say(
              { id: 'board.a-day', defaultMessage: '{amount} a day' },
              { amount: format.value(soFarADay, metric.unit) },
            ),
          },
        ]),
  ]
  // What is to stay low has no pace: its headline has said it.
  const paced = goal !== null && state !== null && state !== 'reached' && metric.better === 'higher'
  if (facts.length === 0 && !paced) return null
  return (
    <div className="to-go-facts">
      {facts.map(({ label, text }) => (
        <div className="to-go-fact" key={label}>
          <span className="quiet line">{label}</span>
          <strong className="to-go-fact-text fitting line" style={fitting(text)} {...phrase}>
            {text}
          </strong>
        </div>
      ))}
      {paced && (
        <div className="to-go-fact">
          <PaceWord paced={view} metric={metric} />
        </div>
      )}
    </div>
  )
}

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
  const { metric, ask, soFarADay, goal, state } = view
  const each = ask === null || state === 'reached' ? null : eachText(ask, metric.unit, format)
  const facts = [
    ...(each !== null && ask !== null
      ? [
          {
            label: ask.people === 1 ? 'for 1 person' : `for ${format.value(ask.people, 'count')} people`,
            text: each,
          },
        ]
      : []),
    ...(soFarADay === null
      ? []
      : [{ label: 'so far, on average', text: `${format.value(soFarADay, metric.unit)} a day` }]),
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

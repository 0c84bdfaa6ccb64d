import type { TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import { Star } from '../../ui/avatar.tsx'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { askWords } from './ask-words.ts'
import './ask.css'

/** What is left of the goal, in words that can be read from the door: on one line, or on two where the wall is upright. */
export const Ask = ({ view }: { readonly view: TeamGoalView }) => {
  const { format, locale } = useSurroundings()
  const { what, each, note } = askWords(view, format, locale)
  const reached = view.state === 'reached'
  const first = each === null ? what : `${what}:`
  // A drawn star is as wide as this one and the gap after it.
  const line = `${reached ? '★★ ' : ''}${first} ${each ?? ''}`
  return (
    <div className="ask" data-reached={reached || undefined}>
      <p className="ask-words" style={fitting(line)} {...phrase}>
        {reached && <Star />}
        <span className="ask-what" style={fitting(reached ? line : first)}>
          {first}
        </span>
        {each !== null && (
          <strong className="ask-each" style={fitting(each)}>
            {each}
          </strong>
        )}
      </p>
      {note !== '' && (
        <p className="ask-note line" {...phrase}>
          {note}
        </p>
      )}
    </div>
  )
}

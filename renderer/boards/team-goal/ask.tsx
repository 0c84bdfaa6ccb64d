import type { TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { askWords } from './ask-words.ts'
import './ask.css'

/** What each can do about what is left, in words that can be read from the door. */
export const Ask = ({ view }: { readonly view: TeamGoalView }) => {
  const { format, locale } = useSurroundings()
  const { what, note } = askWords(view, format, locale)
  return (
    <div className="ask" data-reached={view.state === 'reached' || undefined}>
      <p className="ask-words line" style={fitting(what)} {...phrase}>
        {what}
      </p>
      {note !== '' && (
        <p className="ask-note line" {...phrase}>
          {note}
        </p>
      )}
    </div>
  )
}

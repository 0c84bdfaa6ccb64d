// The question that the board answers, and how much of it is answered.
import type { Say } from '../../../shared/domain/words/say.ts'
import type { AccountabilityView } from '../../../shared/wire/boards/accountability-board.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { barNote } from './bar-note.ts'

const questionOf = (period: AccountabilityView['period'], say: Say): string => {
  switch (period) {
    case 'this-week':
      return say({ id: 'accountability.this-week', defaultMessage: 'Is the work being done?' })
    case 'last-week':
      return say({ id: 'accountability.last-week', defaultMessage: 'Was the work done?' })
    case 'mid-week':
      return say({ id: 'accountability.mid-week', defaultMessage: 'Is the work that is due by now done?' })
  }
}

export const AccountabilityFoot = ({ view }: { readonly view: AccountabilityView }) => {
  const { columns, rows, period } = view
  const held = columns.reduce((sum, { withGoal }) => sum + withGoal, 0)
  const { say } = useSurroundings().format
  const question = questionOf(period, say)
  const note = barNote(rows, say)
  if (held === 0) return <span className="foot-note line">{question}</span>
  // At the end of a week, and at a check-in, the answer above is this count.
  if (period !== 'this-week')
    return (
      <span className="foot-note fitting line" style={fitting(`${question} ${note}`)}>
        {question} {note}
      </span>
    )
  const count = say(
    { id: 'accountability.count', defaultMessage: '{reached} of {goals}' },
    { reached: columns.reduce((sum, { atGoal }) => sum + atGoal, 0), goals: held },
  )
  const ending = say({ id: 'accountability.reached', defaultMessage: 'goals reached' })
  return (
    <span className="foot-note fitting line" style={fitting(`${count} ${ending} · ${note}`)} {...phrase}>
      <strong>{count}</strong> {ending} · {note}
    </span>
  )
}

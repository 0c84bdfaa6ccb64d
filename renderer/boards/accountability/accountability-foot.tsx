// The question that the board answers, and how to read its bars.
import type { Say } from '../../../shared/domain/words/say.ts'
import type { AccountabilityView } from '../../../shared/wire/boards/accountability-board.ts'
import { fitting } from '../../ui/fitting.ts'
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
  const { say } = useSurroundings().format
  const question = questionOf(period, say)
  const note = barNote(rows, say)
  if (columns.every(({ withGoal }) => withGoal === 0))
    return <span className="foot-note line">{question}</span>
  return (
    <span className="foot-note fitting line" style={fitting(`${question} ${note}`)}>
      {question} {note}
    </span>
  )
}

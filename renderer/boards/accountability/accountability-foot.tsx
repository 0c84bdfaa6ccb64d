// The question that the board answers, and how much of it is answered.
import type { AccountabilityView } from '../../../shared/wire/boards/accountability-board.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { tickNote } from './tick-note.ts'

const endings: Readonly<Record<AccountabilityView['period'], string>> = {
  'this-week': 'goals reached',
  'last-week': 'goals reached',
  'mid-week': 'goals on pace',
}

const questions: Readonly<Record<AccountabilityView['period'], string>> = {
  'this-week': 'Is the work being done?',
  'last-week': 'Was the work done?',
  'mid-week': 'Is the work that is due by now done?',
}

export const AccountabilityFoot = ({ view }: { readonly view: AccountabilityView }) => {
  const { columns, rows, period } = view
  const held = columns.reduce((sum, { withGoal }) => sum + withGoal, 0)
  const count = `${columns.reduce((sum, { atGoal }) => sum + atGoal, 0)} of ${held}`
  const [question, rest] = [questions[period], `${endings[period]}${tickNote(rows)}`]
  if (held === 0) return <span className="foot-note line">{question}</span>
  return (
    <span className="foot-note fitting line" style={fitting(`${question} ${count} ${rest}`)} {...phrase}>
      {question} <strong>{count}</strong> {rest}
    </span>
  )
}

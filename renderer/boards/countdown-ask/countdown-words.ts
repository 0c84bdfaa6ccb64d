// What the countdown says where there is no sum to show: in a sentence, and a line that explains it.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { CountdownAskView } from '../../../shared/wire/boards/countdown-ask-board.ts'
import { amountText, some } from '../parts/ask-text.ts'

type Counted = Pick<
  CountdownAskView,
  'metric' | 'value' | 'goal' | 'pace' | 'state' | 'ask' | 'rhythm' | 'days' | 'isOver'
>

export interface CountdownWords {
  readonly headline: string
  readonly note: string
}

const daysLeft = (days: CountdownAskView['days']): string => {
  if (days === null) return 'no last day to count down to'
  if (days.left === 0) return 'no working day left'
  return days.left === 1 ? 'on the last working day' : `${days.left} working days left`
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Of what is to stay low; `room` is what is left below the goal. */
const lowWords = (counted: Counted, room: number, amountOf: (amount: number) => string): CountdownWords => {
  const { days, isOver } = counted
  const note = isOver ? 'This time is over' : capitalised(daysLeft(days))
  if (room < 0) return { headline: `${amountOf(-room)} over the goal`, note }
  return { headline: room === 0 ? 'Nothing to spare' : `${amountOf(room)} to spare`, note }
}

const reachedWords = (
  counted: Counted,
  over: number,
  amountOf: (amount: number) => string,
): CountdownWords => {
  const { days, isOver } = counted
  const rest = !isOver && days !== null && days.left > 0
  return {
    headline: over > 0 ? `Goal reached, with ${amountOf(over)} on top` : 'Goal reached, to the dot',
    note: rest ? `${some(days.left, 'working day', 'working days')} left, and nothing more is asked` : '',
  }
}

/** Null where the sum itself is shown: so much to go ÷ so many days, two at least. */
export const countdownWords = (counted: Counted, format: Format, locale: string): CountdownWords | null => {
  const { value, goal, pace, state, metric, days, isOver } = counted
  const amountOf = (amount: number) => amountText(amount, metric, format, locale)
  // While there is nothing to judge, nothing is asked: the board says why at its foot.
  if (goal !== null && pace === null)
    return { headline: `The goal: ${amountOf(goal)}`, note: capitalised(daysLeft(days)) }
  if (value === null) return { headline: 'Waiting for numbers', note: capitalised(daysLeft(days)) }
  if (goal === null)
    return { headline: `${amountOf(value)} so far`, note: 'With a goal, this board counts down to it' }
  if (metric.better === 'lower') return lowWords(counted, goal - value, amountOf)
  if (state === 'reached') return reachedWords(counted, value - goal, amountOf)
  if (isOver)
    return {
      headline: `${amountOf(goal - value)} short of the goal`,
      note: 'This time is over; the next starts anew',
    }
  if (counted.rhythm !== null && days !== null && days.left > 1) return null
  const nobody = counted.ask === null ? ' · nobody is on this team yet' : ''
  return { headline: `${amountOf(goal - value)} to go`, note: `${capitalised(daysLeft(days))}${nobody}` }
}

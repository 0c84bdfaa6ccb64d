// What the countdown says where there is no sum to show: in a sentence, and a line that explains it.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { CountdownAskView } from '../../../shared/wire/boards/countdown-ask-board.ts'
import { amountText } from '../parts/ask-text.ts'

type Counted = Pick<
  CountdownAskView,
  'metric' | 'value' | 'goal' | 'pace' | 'state' | 'ask' | 'rhythm' | 'days' | 'isOver'
>

export interface CountdownWords {
  readonly headline: string
  readonly note: string
}

const daysLeft = (days: CountdownAskView['days'], say: Say): string =>
  days === null
    ? say({ id: 'countdown.no-end', defaultMessage: 'No last day to count down to' })
    : say(
        {
          id: 'countdown.days-left',
          defaultMessage:
            '{days, plural, =0 {No working day left} =1 {On the last working day} one {# working day left} other {# working days left}}',
        },
        { days: days.left },
      )

/** Of what is to stay low; `room` is what is left below the goal. */
const lowWords = (
  counted: Counted,
  room: number,
  amountOf: (amount: number) => string,
  say: Say,
): CountdownWords => {
  const { days, isOver } = counted
  const note = isOver
    ? say({ id: 'countdown.over', defaultMessage: 'This time is over' })
    : daysLeft(days, say)
  if (room < 0)
    return {
      headline: say(
        { id: 'countdown.over-goal', defaultMessage: '{amount} over the goal' },
        { amount: amountOf(-room) },
      ),
      note,
    }
  return {
    headline:
      room === 0
        ? say({ id: 'countdown.nothing-to-spare', defaultMessage: 'Nothing to spare' })
        : say({ id: 'countdown.to-spare', defaultMessage: '{amount} to spare' }, { amount: amountOf(room) }),
    note,
  }
}

const reachedWords = (
  counted: Counted,
  over: number,
  amountOf: (amount: number) => string,
  say: Say,
): CountdownWords => {
  const { days, isOver } = counted
  const rest = !isOver && days !== null && days.left > 0
  return {
    headline:
      over > 0
        ? say(
            { id: 'ask.reached-with', defaultMessage: 'Goal reached, with {amount} on top' },
            { amount: amountOf(over) },
          )
        : say({ id: 'ask.reached', defaultMessage: 'Goal reached, to the dot' }),
    note: rest
      ? say(
          {
            id: 'countdown.reached-note',
            defaultMessage:
              '{days, plural, one {# working day left: all of it counts on top} other {# working days left: all of it counts on top}}',
          },
          { days: days.left },
        )
      : '',
  }
}

/** Null where the sum itself is shown: so much to go ÷ so many days, two at least. */
export const countdownWords = (counted: Counted, format: Format, locale: string): CountdownWords | null => {
  const { value, goal, pace, state, metric, days, isOver } = counted
  const { say } = format
  const amountOf = (amount: number) => amountText(amount, metric, format, locale)
  // While there is nothing to judge, nothing is asked: the board says why at its foot.
  if (goal !== null && pace === null)
    return {
      headline: say({ id: 'ask.the-goal', defaultMessage: 'The goal: {amount}' }, { amount: amountOf(goal) }),
      note: daysLeft(days, say),
    }
  if (value === null)
    return {
      headline: say({ id: 'ask.waiting', defaultMessage: 'Waiting for numbers' }),
      note: daysLeft(days, say),
    }
  if (goal === null)
    return {
      headline: say(
        { id: 'countdown.so-far', defaultMessage: '{amount} so far' },
        { amount: amountOf(value) },
      ),
      note: say({
        id: 'countdown.no-goal-note',
        defaultMessage: 'With a goal, this board counts down to it',
      }),
    }
  if (metric.better === 'lower') return lowWords(counted, goal - value, amountOf, say)
  if (state === 'reached') return reachedWords(counted, value - goal, amountOf, say)
  if (isOver)
    return {
      headline: say(
        { id: 'ask.short', defaultMessage: '{amount} short of the goal' },
        { amount: amountOf(goal - value) },
      ),
      note: say({ id: 'countdown.over-note', defaultMessage: 'This time is over; the next starts anew' }),
    }
  if (counted.rhythm !== null && days !== null && days.left > 1) return null
  const nobody =
    counted.ask === null
      ? ` · ${say({ id: 'ask.nobody', defaultMessage: 'nobody is on this team yet' })}`
      : ''
  return {
    headline: say(
      { id: 'board.to-go', defaultMessage: '{amount} to go' },
      { amount: amountOf(goal - value) },
    ),
    note: `${daysLeft(days, say)}${nobody}`,
  }
}

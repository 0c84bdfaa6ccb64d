// The ask in words: what is for each of what is left, which the board says above.

import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import { amountText, eachText, peopleCount } from '../parts/ask-text.ts'

export interface AskWords {
  /** "2 each"; where there is nothing to divide, "28 working days left" */
  readonly what: string
  /** Empty where there is no more to say. */
  readonly note: string
}

type Asked = Pick<
  TeamGoalView,
  'metric' | 'value' | 'goal' | 'pace' | 'rows' | 'ask' | 'workingDays' | 'isOver' | 'thresholds' | 'state'
>

const isSaid = (words: string): boolean => words !== ''

const daysLeft = (days: number | null, say: Say): string => {
  // On a weekend at the window's end there is time left, and no working day.
  if (days === null || days === 0) return ''
  return say(
    {
      id: 'team-goal.days-left',
      defaultMessage:
        '{days, plural, =1 {last working day} one {# working day left} other {# working days left}}',
    },
    { days },
  )
}

const gladWords = (asked: Asked, over: number, format: Format, locale: string): AskWords => {
  const { say } = format
  const next = asked.thresholds.find(({ reached }) => !reached)
  // All of it may be the work of people who have left.
  const thanks =
    Object.keys(asked.rows).length === 0
      ? ''
      : say({ id: 'team-goal.thanks', defaultMessage: 'Everybody on this bar did that' })
  const more = next && amountText(next.at - (asked.value ?? 0), asked.metric, format, locale)
  if (!asked.isOver && next && more !== undefined)
    return {
      what: say(
        { id: 'team-goal.unlocks', defaultMessage: '{amount} more unlocks {reward}' },
        { amount: more, reward: next.unlocks },
      ),
      note: thanks,
    }
  if (thanks !== '') return { what: thanks, note: '' }
  return {
    what:
      over > 0
        ? say(
            { id: 'ask.reached-with', defaultMessage: 'Goal reached, with {amount} on top' },
            { amount: amountText(over, asked.metric, format, locale) },
          )
        : say({ id: 'ask.reached', defaultMessage: 'Goal reached, to the dot' }),
    note: '',
  }
}

export const askWords = (asked: Asked, format: Format, locale: string): AskWords => {
  const { say } = format
  const { value, goal, pace, ask, workingDays, isOver, state } = asked
  if (goal === null)
    return {
      what: say({ id: 'team-goal.no-goal', defaultMessage: 'No goal set for this team' }),
      note: say({ id: 'team-goal.no-goal-note', defaultMessage: 'What everybody adds counts all the same' }),
    }
  // While there is nothing to judge, nobody is asked for anything: the board says why at its foot.
  if (pace === null)
    return {
      what: say(
        { id: 'ask.the-goal', defaultMessage: 'The goal: {amount}' },
        { amount: amountText(goal, asked.metric, format, locale) },
      ),
      note: daysLeft(workingDays, say),
    }
  if (value === null)
    return {
      what: say({ id: 'ask.waiting', defaultMessage: 'Waiting for numbers' }),
      note: daysLeft(workingDays, say),
    }
  if (state === 'reached') return gladWords(asked, value - goal, format, locale)
  if (isOver)
    return {
      what: say({ id: 'team-goal.over', defaultMessage: 'This time is over; the next bar starts empty' }),
      note: '',
    }
  const people = ask
    ? peopleCount(ask.people, say)
    : say({ id: 'ask.nobody', defaultMessage: 'nobody is on this team yet' })
  const each = ask && eachText(ask, asked.metric.unit, format)
  const days = daysLeft(workingDays, say)
  const [what = people, ...rest] = each === null ? [days, people].filter(isSaid) : [each, people, days]
  return { what, note: rest.filter(isSaid).join(' · ') }
}

// The ask in words: what is left, and what that is for each.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import { amountText, eachText, some } from '../parts/ask-text.ts'

export interface AskWords {
  /** "12 meetings left" */
  readonly what: string
  /** "2 each"; null where there is nothing to divide. */
  readonly each: string | null
  readonly note: string
}

type Asked = Pick<
  TeamGoalView,
  'metric' | 'value' | 'goal' | 'pace' | 'rows' | 'ask' | 'workingDays' | 'isOver' | 'thresholds' | 'state'
>

const daysLeft = (days: number | null): string => {
  // On a weekend at the window's end there is time left, and no working day.
  if (days === null || days === 0) return ''
  return days === 1 ? 'last working day' : `${some(days, 'working day', 'working days')} left`
}

const gladWords = (asked: Asked, over: number, format: Format, locale: string): AskWords => {
  const next = asked.thresholds.find(({ reached }) => !reached)
  // All of it may be the work of people who have left.
  const thanks = Object.keys(asked.rows).length === 0 ? '' : 'Everybody on this bar did that'
  const more = next && amountText(next.at - (asked.value ?? 0), asked.metric, format, locale)
  return {
    what:
      over > 0
        ? `Goal reached, with ${amountText(over, asked.metric, format, locale)} on top`
        : 'Goal reached, to the dot',
    each: null,
    note: asked.isOver || !next ? thanks : `${more} more unlocks ${next.unlocks}`,
  }
}

export const askWords = (asked: Asked, format: Format, locale: string): AskWords => {
  const { value, goal, pace, ask, workingDays, isOver, state } = asked
  if (goal === null)
    return { what: 'No goal set for this team', each: null, note: 'What everybody adds counts all the same' }
  // While there is nothing to judge, nobody is asked for anything: the board says why at its foot.
  if (pace === null)
    return {
      what: `The goal: ${amountText(goal, asked.metric, format, locale)}`,
      each: null,
      note: daysLeft(workingDays),
    }
  if (value === null) return { what: 'Waiting for numbers', each: null, note: daysLeft(workingDays) }
  if (state === 'reached') return gladWords(asked, value - goal, format, locale)
  const left = amountText(goal - value, asked.metric, format, locale)
  if (isOver)
    return {
      what: `${left} short of the goal`,
      each: null,
      note: 'This time is over; the next bar starts empty',
    }
  const people = ask ? some(ask.people, 'person', 'people') : 'nobody is on this team yet'
  return {
    what: `${left} left`,
    each: ask && eachText(ask, asked.metric.unit, format),
    note: [people, daysLeft(workingDays)].filter((part) => part !== '').join(' · '),
  }
}

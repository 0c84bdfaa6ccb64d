// How all of them together stand to their goal, and what is missing, in one sentence.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { GoalState, Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { alarmOf } from './alarm.ts'
import type { BoardAnswer } from './board-answer.ts'
import { paceFigure } from './pace-figure.ts'

const stateWord = (state: GoalState, isAhead: boolean, say: Say): string => {
  switch (state) {
    case 'reached':
      return say({ id: 'answer.reached', defaultMessage: 'Goal reached.' })
    case 'on pace':
      return isAhead
        ? say({ id: 'answer.ahead', defaultMessage: 'Ahead.' })
        : say({ id: 'answer.on-pace', defaultMessage: 'On pace.' })
    case 'behind':
      return say({ id: 'answer.behind', defaultMessage: 'Behind.' })
    case 'well behind':
      return say({ id: 'answer.well-behind', defaultMessage: 'Well behind.' })
  }
}

/** Null where nothing can be said for or against: without a goal, or before there is something to judge. */
export const totalAnswer = (
  { value, goal, pace, state }: Standing,
  { unit, better }: Pick<ViewMetric, 'unit' | 'better'>,
  format: Format,
  /** What is left, as it is written. */
  written: (left: number) => string = (left) => format.value(left, unit),
): BoardAnswer | null => {
  if (state === null || value === null || goal === null) return null
  const { say } = format
  const ahead = paceFigure(
    { state, value, goal, ahead: pace === null ? null : value - pace },
    { unit, better },
    format,
  )
  const left = say(
    { id: 'answer.to-go', defaultMessage: '{amount} to go.' },
    { amount: written(goal - value) },
  )
  return {
    word: stateWord(state, ahead !== null, say),
    alarm: alarmOf(state),
    rest: state === 'reached' ? (ahead === null ? '' : `${ahead}.`) : left,
  }
}

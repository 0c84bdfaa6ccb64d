// The board in a sentence: how many have reached their goal.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { OverTheLineView } from '../../../shared/wire/boards/over-the-line-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'
import { lineAnswer } from '../parts/line-answer.ts'

export const whoIsFirst = (say: Say): string =>
  say({ id: 'over-the-line.first', defaultMessage: 'Who is first over the line?' })

/** While nobody has, who will be first; null without a goal. */
export const overTheLineAnswer = (
  { rows, withGoal }: Pick<OverTheLineView, 'rows' | 'withGoal'>,
  format: Format,
): BoardAnswer | null => {
  const over = Object.keys(rows).length
  if (withGoal === 0) return null
  if (over === 0) return { word: whoIsFirst(format.say), alarm: undefined, rest: '' }
  return lineAnswer(over, withGoal, format)
}

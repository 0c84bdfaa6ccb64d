// The board in a sentence: who has come furthest beyond their own past.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { ImprovedView } from '../../../shared/wire/boards/improved-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'
import { midSentence } from '../parts/mid-sentence.ts'

const longestStreak = ({ rows }: ImprovedView['streaks'], { say }: Format): BoardAnswer | null => {
  const [first] = Object.values(rows).sort((a, b) => a.place - b.place)
  return first
    ? {
        word: first.short,
        alarm: undefined,
        rest: say(
          {
            id: 'improved.in-a-row',
            defaultMessage:
              '{capped, select, yes {more than } other {}}{days, plural, one {# day} other {# days}} in a row on goal',
          },
          { days: first.days, capped: first.capped ? 'yes' : 'no' },
        ),
      }
    : null
}

/** A triangle points to what is better; a number that came down has a minus of its own. */
const gainSign = (change: number): string => (change < 0 ? '' : '▲ ')

/** While nobody has gained anything. */
export const openPlace = ({ early }: Pick<ImprovedView, 'early'>, say: Say): string =>
  early
    ? say({ id: 'improved.early', defaultMessage: 'Too early to tell' })
    : say({ id: 'improved.free', defaultMessage: 'First place is still open' })

/** While nobody has, who kept at it longest; where nobody did, that first place is open. */
export const improvedAnswer = (
  {
    rows,
    streaks,
    improved,
    relative,
    early,
  }: Pick<ImprovedView, 'rows' | 'streaks' | 'improved' | 'relative' | 'early'>,
  format: Format,
  locale: string,
): BoardAnswer => {
  const [first] = Object.values(rows).sort((a, b) => a.place - b.place)
  if (!first)
    return (
      longestStreak(streaks, format) ?? { word: openPlace({ early }, format.say), alarm: undefined, rest: '' }
    )
  const change = relative ? format.change(first.change) : format.delta(first.change, improved.unit)
  return {
    word: first.short,
    alarm: undefined,
    // In what stands last: a long name of a metric is cut, and a figure must not be.
    rest: format.say(
      { id: 'improved.gained-in', defaultMessage: '{change} in {metric}' },
      { change: `${gainSign(first.change)}${change}`, metric: midSentence(improved.name, locale) },
    ),
  }
}

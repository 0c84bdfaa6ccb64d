// The board in a sentence: who has come furthest beyond their own past.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { ImprovedView } from '../../../shared/wire/boards/improved-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

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
              '{capped, select, yes {more than } other {}}{days, plural, one {# day} other {# days}} in a row',
          },
          { days: first.days, capped: first.capped ? 'yes' : 'no' },
        ),
      }
    : null
}

/** While nobody has, who kept at it longest; null where nobody did. */
export const improvedAnswer = (
  { rows, streaks, improved, relative }: Pick<ImprovedView, 'rows' | 'streaks' | 'improved' | 'relative'>,
  format: Format,
): BoardAnswer | null => {
  const [first] = Object.values(rows).sort((a, b) => a.place - b.place)
  if (!first) return longestStreak(streaks, format)
  const change = relative ? format.change(first.change) : format.delta(first.change, improved.unit)
  return { word: first.short, alarm: undefined, rest: `${first.change < 0 ? '▼' : '▲'} ${change}` }
}

// A period that has just begun, in one sentence: what it is, and what lies ahead.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import type { BoardAnswer } from './board-answer.ts'
import { windowLabel } from './window-label.ts'

/**
 * Null once the period is on its way, and on boards that are about no metric. `whole`: of all of them together; null where the
 * board does not show that.
 */
export const beginning = (
  view: BoardView,
  whole: Pick<Standing, 'value' | 'goal'> | null,
  format: Format,
): BoardAnswer | null => {
  if (view.window.begins === undefined || !('metric' in view)) return null
  const { say } = format
  const { value = null, goal = null } = whole ?? {}
  const left = goal === null ? null : goal - Math.max(0, value ?? 0)
  // Where it is reached already, that is the news.
  if (left !== null && left <= 0) return null
  return {
    word: say(
      { id: 'answer.begins', defaultMessage: '{period} begins.' },
      { period: windowLabel(view.window, say) },
    ),
    alarm: undefined,
    rest:
      left === null || view.metric.better === 'lower'
        ? say(
            {
              id: 'answer.working-days',
              defaultMessage: '{days, plural, one {# working day.} other {# working days.}}',
            },
            { days: view.window.begins },
          )
        : say(
            { id: 'answer.to-go', defaultMessage: '{amount} to go.' },
            { amount: format.value(left, view.metric.unit) },
          ),
  }
}

// A leaderboard in a sentence: how many are over the line; while nobody is, who is first, and with what.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { LeaderboardRow, LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'
import { amountText } from '../parts/ask-text.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'
import { lineAnswer } from '../parts/line-answer.ts'
import { changeText } from './change-text.ts'

type Asked = Pick<LeaderboardView, 'rows' | 'rankBy' | 'metric' | 'by'>

/** What whoever is first is first with; null where that is nothing to be first with. */
const leadOf = (
  { value, attainment, improvement }: LeaderboardRow,
  { rankBy, metric }: Asked,
  format: Format,
  locale: string,
): string | null => {
  if (rankBy === 'improvement')
    return improvement === null || improvement === 0 ? null : changeText(improvement, metric.unit, format)
  if (value === null || (value <= 0 && metric.better === 'higher')) return null
  return rankBy === 'attainment' ? format.attainment(attainment) : amountText(value, metric, format, locale)
}

const overOf = ({ rows, rankBy }: Pick<Asked, 'rows' | 'rankBy'>) => {
  const held = Object.values(rows).filter(({ goal }) => goal !== null)
  const over = held.filter(({ state }) => state === 'reached').length
  return rankBy !== 'improvement' && held.length > 1 && over > 0 ? { over, withGoal: held.length } : null
}

/** Whether its largest letters count people at their goal: nothing beside it does then. */
export const countsOver = ({
  rows,
  rankBy,
  awaits,
  window,
}: Pick<LeaderboardView, 'rows' | 'rankBy' | 'awaits' | 'window'>): boolean =>
  awaits === null && window.begins === undefined && overOf({ rows, rankBy }) !== null

/** Null where the rows do not say it: fewer than two of them, nothing done yet, or nothing known. */
export const leaderboardAnswer = (asked: Asked, format: Format, locale: string): BoardAnswer | null => {
  const counted = overOf(asked)
  if (counted !== null) return lineAnswer(counted.over, counted.withGoal, format)
  const ranked = Object.values(asked.rows).filter(({ rank }) => rank !== null)
  const [first, ...level] = ranked.filter(({ rank }) => rank === 1)
  const lead = first === undefined ? null : leadOf(first, asked, format, locale)
  if (first === undefined || lead === null || ranked.length < 2) return null
  const { say } = format
  if (level.length > 0)
    return {
      word: format.value(level.length + 1, 'count'),
      alarm: undefined,
      rest: say({ id: 'leaderboard.share-first', defaultMessage: 'share first place' }),
    }
  // A value's name is whole, and may be cut: it stands last.
  if (asked.by !== undefined)
    return {
      word: lead,
      alarm: undefined,
      rest: say({ id: 'leaderboard.from', defaultMessage: 'from {name}' }, { name: first.name }),
    }
  return {
    word: first.short,
    alarm: undefined,
    rest: say({ id: 'leaderboard.first-with', defaultMessage: 'first with {lead}' }, { lead }),
  }
}

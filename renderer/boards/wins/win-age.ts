import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import { formatAge } from '../../../shared/domain/words/age.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { WinRow } from '../../../shared/wire/boards/wins-board.ts'

/** "12 min ago"; of a deal that its source dates by the day, which says nothing of hours, "today". */
export const winAge = ({ at, wholeDay }: Pick<WinRow, 'at' | 'wholeDay'>, now: number, say: Say): string => {
  if (!wholeDay) return formatAge(now - at, say)
  const days = Math.floor((now - at) / dayMs)
  if (days < 1) return say({ id: 'age.today', defaultMessage: 'today' })
  return days === 1
    ? say({ id: 'age.yesterday', defaultMessage: 'yesterday' })
    : say({ id: 'age.days', defaultMessage: '{days} days ago' }, { days })
}

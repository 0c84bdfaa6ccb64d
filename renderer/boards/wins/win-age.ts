import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import { formatAge } from '../../../shared/domain/words/age.ts'
import type { WinRow } from '../../../shared/wire/boards/wins-board.ts'

/** "12 min ago"; of a deal that its source dates by the day, which says nothing of hours, "today". */
export const winAge = ({ at, wholeDay }: Pick<WinRow, 'at' | 'wholeDay'>, now: number): string => {
  if (!wholeDay) return formatAge(now - at)
  const days = Math.floor((now - at) / dayMs)
  if (days < 1) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}

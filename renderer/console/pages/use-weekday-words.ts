// Days of the week by name.
import { useIntl } from 'react-intl'
import { weekdayIndex } from '../../../shared/domain/time/week.ts'
import type { Weekday } from '../../../shared/wire/floor.ts'

export const useWeekdayWords = (): ((day: Weekday) => string) => {
  const intl = useIntl()
  // 5 January 1970 was a Monday.
  return (day) =>
    intl.formatDate(Date.UTC(1970, 0, 5 + weekdayIndex[day]), { weekday: 'long', timeZone: 'UTC' })
}

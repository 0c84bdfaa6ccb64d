import { feedNow } from '../../api/feed-time.ts'
import { useMe } from '../../api/queries.ts'

/** The floor's date, `YYYY-MM-DD`. */
export const useToday = (): string => {
  const timeZone = useMe()?.floor.timeZone ?? 'UTC'
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(feedNow())
}

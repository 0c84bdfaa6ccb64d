// Meetings in words: when the next one is, how long ago the last one was.
import { useIntl } from 'react-intl'
import type { MeetingSummary } from '../../../../shared/wire/meetings.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useMe } from '../../api/queries.ts'
import { useSay } from '../../words/words.tsx'

const dayMs = 86_400_000
const lookEveryMs = 60_000

export interface MeetingWords {
  /** "Monday, Nov 23, 9:00 AM": by the floor's clock. */
  when(ms: number): string
  /** "9:00 AM" */
  time(ms: number): string
  /** "Nov 23" */
  day(ms: number): string
  /** "in 3 days", "today", "tomorrow" */
  until(ms: number): string
  /** "12 days ago", "today" */
  ago(ms: number): string
  /** "every week", of a month or a quarter likewise. */
  every(every: MeetingSummary['every']): string
}

export const useMeetingWords = (): MeetingWords => {
  const say = useSay()
  const intl = useIntl()
  const now = useFeedNow(lookEveryMs)
  const timeZone = useMe()?.floor.timeZone ?? 'UTC'
  /** Which day it is there, as a number. */
  const dayOf = (ms: number): number => {
    const [year = 0, month = 1, day = 1] = new Intl.DateTimeFormat('en-CA', { timeZone })
      .format(ms)
      .split('-')
      .map(Number)
    return Date.UTC(year, month - 1, day) / dayMs
  }
  return {
    when: (ms) =>
      intl.formatDate(ms, {
        timeZone,
        weekday: 'long',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      }),
    time: (ms) => intl.formatTime(ms, { timeZone, hour: 'numeric', minute: '2-digit' }),
    day: (ms) => intl.formatDate(ms, { timeZone, month: 'short', day: 'numeric' }),
    until: (ms) =>
      say(
        {
          id: 'console.meetings.until',
          defaultMessage: '{days, plural, =0 {today} one {tomorrow} other {in # days}}',
        },
        { days: Math.max(0, dayOf(ms) - dayOf(now)) },
      ),
    ago: (ms) =>
      say(
        {
          id: 'console.meetings.ago',
          defaultMessage: '{days, plural, =0 {today} one {yesterday} other {# days ago}}',
        },
        { days: Math.max(0, dayOf(now) - dayOf(ms)) },
      ),
    every: (every) =>
      say(
        {
          id: 'console.meetings.every',
          defaultMessage: '{every, select, week {every week} month {every month} other {every quarter}}',
        },
        { every },
      ),
  }
}

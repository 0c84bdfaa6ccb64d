// An event of Microsoft Graph as an event of whatever calendar. Exchange keeps who declined in the organiser’s copy alone.
import type { CalendarEvent } from '../calendars/calendar-event.ts'
import { SourceTrouble } from '../source-trouble.ts'
import type { GraphEvent } from './answers.ts'

export const msOfTime = (time: GraphEvent['start']): number | null => {
  if (!time) return null
  if (time.timeZone !== 'UTC')
    throw new SourceTrouble(
      'strange',
      `Microsoft gave times of the zone ${time.timeZone} in the place of UTC.`,
    )
  const ms = Date.parse(`${time.dateTime}Z`)
  return Number.isNaN(ms) ? null : ms
}

const lower = (of: GraphEvent['organizer']): string | null => of?.emailAddress?.address?.toLowerCase() || null

const noMeeting: ReadonlySet<string> = new Set(['oof', 'workingElsewhere'])
const inSeries: ReadonlySet<string> = new Set(['occurrence', 'exception'])

/** Null for what does not say enough to be judged, as a series itself or an instance in a list of changes. `calendar`: its owner’s address. */
export const calendarEventOf = (event: GraphEvent, calendar: string): CalendarEvent | null => {
  const { iCalUId: uid, type } = event
  if (!uid || type === 'seriesMaster' || event.attendees == null) return null
  const original = event.originalStart ? Date.parse(event.originalStart) : Number.NaN
  return {
    uid,
    instance: inSeries.has(type ?? '') && !Number.isNaN(original) ? original : null,
    start: event.isAllDay ? null : msOfTime(event.start),
    end: event.isAllDay ? null : msOfTime(event.end),
    isCancelled: event.isCancelled === true,
    isMeeting: !noMeeting.has(event.showAs ?? ''),
    organizer: lower(event.organizer),
    hidesGuests: event.hideAttendees === true,
    hidesResponses: true,
    guests: event.attendees.flatMap((attendee) => {
      const email = lower(attendee)
      if (email === null) return []
      const own = email === calendar ? event.responseStatus?.response : null
      const response = own ?? attendee.status?.response
      return [{ email, declined: response === 'declined', isResource: attendee.type === 'resource' }]
    }),
    title: event.subject ?? '',
  }
}

// An event of Google as an event of whatever calendar.
import type { CalendarEvent } from '../calendars/calendar-event.ts'
import type { GoogleEvent } from './answers.ts'

const msOf = (text: string | null | undefined): number | null => {
  const ms = text ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}

const base32hex = '0123456789abcdefghijklmnopqrstuv'

/** Null for what is none. */
const decoded = (text: string): string | null => {
  let bits = 0
  let held = 0
  const bytes: number[] = []
  for (const letter of text) {
    const value = base32hex.indexOf(letter)
    if (value === -1) return null
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
      held &= (1 << bits) - 1
    }
  }
  return Buffer.from(bytes).toString('utf8')
}

const instancePattern = /^(.+)_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

/**
 * What a cancelled event leaves out, worked out of its id: ids of Google’s own events are the beginning of their iCalendar id;
 * those of others begin with a line, and are theirs in base32hex. An instance’s ends with its first beginning.
 */
const fromId = (id: string): { readonly uid: string; readonly instance: number | null } => {
  const [, series = id, ...time] = instancePattern.exec(id) ?? []
  const [year, month, day, hour, minute, second] = time.map(Number)
  const instance = year === undefined ? null : Date.UTC(year, (month ?? 1) - 1, day, hour, minute, second)
  const foreign = series.startsWith('_') ? decoded(series.slice(1)) : null
  return { uid: foreign ?? `${series}@google.com`, instance }
}

/** Events that are no meetings, though they stand in a calendar. */
const meetingTypes: ReadonlySet<string> = new Set(['default', 'fromGmail'])

export const calendarEventOf = (event: GoogleEvent): CalendarEvent => {
  const known = fromId(event.id)
  const isInstance = Boolean(event.recurringEventId) || known.instance !== null
  return {
    uid: event.iCalUID ?? known.uid,
    instance: isInstance ? (msOf(event.originalStartTime?.dateTime) ?? known.instance) : null,
    start: msOf(event.start?.dateTime),
    end: msOf(event.end?.dateTime),
    isCancelled: event.status === 'cancelled',
    isMeeting: meetingTypes.has(event.eventType ?? 'default'),
    organizer: event.organizer?.email?.toLowerCase() ?? null,
    hidesGuests: event.guestsCanSeeOtherGuests === false || event.attendeesOmitted === true,
    hidesResponses: false,
    guests: (event.attendees ?? []).flatMap(({ email, responseStatus, resource }) =>
      email
        ? [
            {
              email: email.toLowerCase(),
              declined: responseStatus === 'declined',
              isResource: resource === true,
            },
          ]
        : [],
    ),
    title: event.summary ?? '',
  }
}

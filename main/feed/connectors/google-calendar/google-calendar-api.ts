// Google Calendar’s one list, asked in three ways.
import { z } from 'zod'
import { allPages, type EventPage } from '../calendars/all-pages.ts'
import type { CalendarApi } from '../calendars/calendar-connector.ts'
import type { MeetingRef } from '../calendars/calendar-event.ts'
import { readAnswer } from '../read-answer.ts'
import { SourceTrouble } from '../source-trouble.ts'
import type { VendorClient } from '../vendor-client.ts'
import { EventsAnswer, eventFields } from './answers.ts'
import { calendarEventOf } from './google-event.ts'

/** Where a list of changes goes on: pages of one list, then the next one. */
const Token = z.object({
  sync: z.string().nullable(),
  page: z.string().nullable(),
  /** What the first list was asked with, epoch ms. */
  from: z.number(),
})
type Token = z.infer<typeof Token>

/** Its most. */
const pageRows = '2500'
/** An instance may be moved so far from where it was in its series. */
const movedMs = 40 * 86_400_000

const iso = (ms: number): string => new Date(ms).toISOString()

const pageOf = ({ items, nextPageToken }: z.infer<typeof EventsAnswer>): EventPage => ({
  events: items.map(calendarEventOf),
  page: nextPageToken ?? null,
})

export const createGoogleCalendarApi = (client: VendorClient): CalendarApi => {
  const ask = async (
    calendar: string,
    asked: Readonly<Record<string, string>>,
  ): Promise<z.infer<typeof EventsAnswer> | null> => {
    const query = new URLSearchParams({
      singleEvents: 'true',
      maxResults: pageRows,
      fields: eventFields,
      ...asked,
    })
    const answer = await client.call({
      method: 'GET',
      path: `/calendar/v3/calendars/${encodeURIComponent(calendar)}/events?${query}`,
      as: calendar,
      mayLack: true,
    })
    if (answer === null) return null
    return readAnswer('Google', EventsAnswer, answer)
  }

  const need = <T>(answer: T | null, calendar: string): T => {
    if (answer === null) throw new SourceTrouble('rights', `${calendar} has no calendar at Google.`)
    return answer
  }

  return {
    between: async (calendar, from, to, page): Promise<EventPage> => {
      const answer = need(
        await ask(calendar, {
          showDeleted: 'false',
          timeMin: iso(from),
          timeMax: iso(to),
          ...(page !== null && { pageToken: page }),
        }),
        calendar,
      )
      return pageOf(answer)
    },
    changes: async (calendar, text, from) => {
      const token: Token = text === null ? { sync: null, page: null, from } : Token.parse(JSON.parse(text))
      const answer = await ask(calendar, {
        showDeleted: 'true',
        ...(token.sync === null ? { timeMin: iso(token.from) } : { syncToken: token.sync }),
        ...(token.page !== null && { pageToken: token.page }),
      })
      // Of a list that was begun, 404 says that there is no calendar; of a token, either is its end.
      if (answer === null && token.sync === null) return need(answer, calendar)
      if (answer === null) return null
      const { nextPageToken, nextSyncToken } = answer
      if (nextPageToken == null && nextSyncToken == null)
        throw new SourceTrouble('strange', 'Google’s list of changes ends without saying where to go on.')
      const next: Token =
        nextPageToken == null
          ? { sync: nextSyncToken ?? null, page: null, from: token.from }
          : { ...token, page: nextPageToken }
      return {
        events: answer.items.map(calendarEventOf),
        token: JSON.stringify(next),
        isOver: nextPageToken == null,
      }
    },
    find: async (calendar, { uid, instance }: MeetingRef) => {
      const events = await allPages(async (page) => {
        const answer = need(
          await ask(calendar, {
            showDeleted: 'false',
            iCalUID: uid,
            ...(instance !== null && {
              timeMin: iso(instance - movedMs),
              timeMax: iso(instance + movedMs),
            }),
            ...(page !== null && { pageToken: page }),
          }),
          calendar,
        )
        return pageOf(answer)
      })
      return events.filter((event) => event.instance === instance)
    },
  }
}

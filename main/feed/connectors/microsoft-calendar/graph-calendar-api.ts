// Calendars of Microsoft Graph. Its list of changes holds for one window of time, knows of what was thrown away nothing but a number,
// and is reported to leave changes out. So it only says when something changed, and that time is read anew; the last two weeks are
// read anew once a day, whatever it says.
import { z } from 'zod'
import { allPages, type EventPage } from '../calendars/all-pages.ts'
import type { CalendarApi } from '../calendars/calendar-connector.ts'
import type { CalendarEvent } from '../calendars/calendar-event.ts'
import { readAnswer } from '../read-answer.ts'
import { SourceTrouble } from '../source-trouble.ts'
import type { VendorClient } from '../vendor-client.ts'
import { EventsAnswer, eventFields, type GraphEvent } from './answers.ts'
import { calendarEventOf, msOfTime } from './graph-event.ts'

const dayMs = 86_400_000
/** The window of a list of changes ends so much later than it is begun, and a new one is begun some days before that. */
const aheadMs = 35 * dayMs
const renewMs = 5 * dayMs
const againEveryMs = 20 * 3_600_000
const againMs = 14 * dayMs
/** An instance may be moved so far from where it was in its series. */
const movedMs = 40 * dayMs
const pageRows = 200

/** Times in epoch ms. */
const Token = z.object({
  /** After the vendor’s address. */
  link: z.string(),
  from: z.number(),
  until: z.number(),
  /** Whether everything in the window was told once: what comes is a change from then on. */
  isBegun: z.boolean(),
  /** When something changed, as far as this list went. */
  changed: z.object({ from: z.number(), to: z.number() }).nullable(),
  /** When the last two weeks were read anew. */
  againAt: z.number(),
})
type Token = z.infer<typeof Token>

const iso = (ms: number): string => new Date(ms).toISOString()

/** `now`: epoch ms. */
export const createGraphCalendarApi = (client: VendorClient, now: () => number): CalendarApi => {
  /** Links come whole; what is before the path is the vendor’s address. */
  const pathOf = (link: string): string => {
    const url = URL.canParse(link) ? new URL(link) : null
    if (url?.pathname.startsWith('/v1.0/users/')) return `${url.pathname}${url.search}`
    throw new SourceTrouble('strange', 'Microsoft’s answer goes on at an address that is none of a calendar.')
  }

  const ask = async (path: string): Promise<z.infer<typeof EventsAnswer> | null> => {
    const answer = await client.call({ method: 'GET', path, mayLack: true })
    if (answer === null) return null
    return readAnswer('Microsoft', EventsAnswer, answer)
  }

  const need = <T>(answer: T | null, calendar: string): T => {
    if (answer === null) throw new SourceTrouble('rights', `${calendar} has no calendar at Microsoft.`)
    return answer
  }

  const user = (calendar: string): string => `/v1.0/users/${encodeURIComponent(calendar)}`
  const view = (
    calendar: string,
    kind: 'calendarView' | 'calendarView/delta',
    from: number,
    to: number,
  ): string => {
    const query = new URLSearchParams({
      startDateTime: iso(from),
      endDateTime: iso(to),
      $select: eventFields,
    })
    if (kind === 'calendarView') query.set('$top', String(pageRows))
    return `${user(calendar)}/${kind}?${query}`
  }
  const judged = (events: readonly GraphEvent[], calendar: string): CalendarEvent[] =>
    events.flatMap((event) => calendarEventOf(event, calendar) ?? [])

  const pageOf = (answer: z.infer<typeof EventsAnswer>, calendar: string): EventPage => {
    const next = answer['@odata.nextLink']
    return { events: judged(answer.value, calendar), page: next ? pathOf(next) : null }
  }

  const between = async (
    calendar: string,
    from: number,
    to: number,
    page: string | null,
  ): Promise<EventPage> =>
    pageOf(need(await ask(page ?? view(calendar, 'calendarView', from, to)), calendar), calendar)

  const allBetween = (calendar: string, from: number, to: number): Promise<readonly CalendarEvent[]> =>
    allPages((page) => between(calendar, from, to, page))

  const widened = (changed: Token['changed'], events: readonly GraphEvent[]): Token['changed'] =>
    events.reduce((range, event) => {
      const [from, to] = [msOfTime(event.start), msOfTime(event.end)]
      if (from === null || to === null) return range
      return range === null ? { from, to } : { from: Math.min(range.from, from), to: Math.max(range.to, to) }
    }, changed)

  return {
    between,
    changes: async (calendar, text, from) => {
      const at = now()
      const token: Token =
        text === null
          ? {
              link: view(calendar, 'calendarView/delta', from, at + aheadMs),
              from,
              until: at + aheadMs,
              isBegun: false,
              changed: null,
              againAt: at,
            }
          : Token.parse(JSON.parse(text))
      if (at > token.until - renewMs) return null
      const answer = await ask(token.link)
      if (answer === null && text === null) return need(answer, calendar)
      if (answer === null) return null
      const { value, '@odata.nextLink': next, '@odata.deltaLink': delta } = answer
      const link = next ?? delta
      if (!link)
        throw new SourceTrouble('strange', 'Microsoft’s list of changes ends without saying where to go on.')
      const changed = token.isBegun ? widened(token.changed, value) : null
      // What moved out of the past is told here alone.
      const told = token.isBegun ? judged(value, calendar) : []
      if (next)
        return {
          events: told,
          token: JSON.stringify({ ...token, link: pathOf(next), changed } satisfies Token),
          isOver: false,
        }
      const isDue = at - token.againAt > againEveryMs
      // A new list knows nothing of what changed before it was begun.
      const ranges = [
        ...(token.isBegun ? [] : [{ from: token.from, to: at }]),
        ...(changed !== null && changed.from < at
          ? [{ from: changed.from, to: Math.min(changed.to, at) }]
          : []),
        ...(isDue ? [{ from: at - againMs, to: at }] : []),
      ]
      const events = [...told]
      for (const range of ranges) events.push(...(await allBetween(calendar, range.from - 1, range.to + 1)))
      return {
        events,
        token: JSON.stringify({
          ...token,
          link: pathOf(link),
          isBegun: true,
          changed: null,
          againAt: isDue ? at : token.againAt,
        } satisfies Token),
        isOver: true,
      }
    },
    find: async (calendar, { uid, instance }) => {
      if (instance !== null)
        return (await allBetween(calendar, instance - movedMs, instance + movedMs)).filter(
          (event) => event.uid === uid && event.instance === instance,
        )
      const query = new URLSearchParams({
        $filter: `iCalUId eq '${uid.replaceAll("'", "''")}'`,
        $select: eventFields,
      })
      const events = await allPages(async (page) =>
        pageOf(need(await ask(page ?? `${user(calendar)}/events?${query}`), calendar), calendar),
      )
      return events.filter((event) => event.instance === null)
    },
  }
}

// A list of events that a calendar answers in pages, of which any may be short or empty though more comes: only its end says what is
// not in it.
import { SourceTrouble } from '../source-trouble.ts'
import type { CalendarEvent } from './calendar-event.ts'

export interface EventPage {
  readonly events: readonly CalendarEvent[]
  /** Where it goes on; null: that was all. */
  readonly page: string | null
}

/** A list that never ends is no list. */
const mostPages = 1000

/** `pageOf`: null asks for the first. Rejects as it does, and with `SourceTrouble` of a list without an end: half of it is no answer. */
export const allPages = async (
  pageOf: (page: string | null) => Promise<EventPage>,
): Promise<readonly CalendarEvent[]> => {
  const events: CalendarEvent[] = []
  let page: string | null = null
  for (let pages = 0; pages < mostPages; pages++) {
    const found: EventPage = await pageOf(page)
    events.push(...found.events)
    page = found.page
    if (page === null) return events
  }
  throw new SourceTrouble('strange', 'A calendar’s list of events does not end.')
}

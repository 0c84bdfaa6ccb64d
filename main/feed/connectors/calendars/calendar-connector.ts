// Calendars of the floor’s people as a source of meetings that were held. A meeting becomes one by the clock alone, when it is
// over: so each look asks a calendar for what ended since the last one, and beside that for what changed. One meeting is in the
// calendars of all who were in it, and is one fact.
import { z } from 'zod'
import type { SourceRight } from '../../../../shared/wire/sources.ts'
import type { Changes, Connector, ConnectorSettings, Page, VendorFact } from '../connector.ts'
import { SourceTrouble } from '../source-trouble.ts'
import { allPages, type EventPage } from './all-pages.ts'
import {
  type CalendarEvent,
  type Judged,
  judgeMeeting,
  type MeetingRef,
  meetingOfId,
} from './calendar-event.ts'

/** A calendar is called by its owner’s address. Everything rejects with `SourceTrouble`; `rights` where it may not be read. */
export interface CalendarApi {
  /** Events that end after `from` and begin before `to` (epoch ms), each of a series for itself. */
  between(calendar: string, from: number, to: number, page: string | null): Promise<EventPage>
  /**
   * What changed since `token`; null begins, with what ends after `from` (epoch ms). `isOver`: the next token is one for later.
   * Null: the vendor knows the token no more.
   */
  changes(
    calendar: string,
    token: string | null,
    from: number,
  ): Promise<{
    readonly events: readonly CalendarEvent[]
    readonly token: string
    readonly isOver: boolean
  } | null>
  /** All copies of a meeting that a calendar has, and nothing else. */
  find(calendar: string, meeting: MeetingRef): Promise<readonly CalendarEvent[]>
}

export interface CalendarConnectorParts {
  readonly api: CalendarApi
  readonly settings: ConnectorSettings
  readonly right: Omit<SourceRight, 'granted'>
  readonly now: () => number
}

const dayMs = 86_400_000
/** What ended is asked for from so much before the last look on: it may have been written down later. */
const overlapMs = 3_600_000
/** How far back changes are told of when a calendar is read for the first time. */
const changesBackMs = 120 * dayMs
/** All calendars are looked at once in so many looks. */
const looks = 5
/** Meetings that a calendar has no more are looked for in the others, so many in a look. */
const doubtsAtOnce = 5
const mostDoubts = 500

const Place = z.object({
  /** Null: not begun. */
  token: z.string().nullable(),
  /** Up to when it is known what ended, epoch ms. */
  seen: z.number().nullable(),
})
const PullCursor = z.object({
  places: z.record(z.string(), Place),
  /** The calendar that comes next. */
  next: z.string().nullable(),
  /** So many are still to be read in this look. Null: a new one. */
  left: z.number().nullable(),
  /** Ids of facts. */
  doubts: z.array(z.string()),
})
type PullCursor = z.infer<typeof PullCursor>

const WindowCursor = z.object({ turn: z.number(), page: z.string().nullable() })

export const createCalendarConnector = ({ api, settings, right, now }: CalendarConnectorParts): Connector => {
  const { people } = settings
  /** Calendars that could not be read when they were last asked for. */
  const refused = new Map<string, SourceTrouble>()
  /** Calendars that could be read once: what is in them alone is not gone with them. */
  const known = new Set<string>()

  /** Lists that were begun anew because a place in them was refused, until they end. */
  const begunAnew = new Set<string>()
  /**
   * A vendor itself takes a place in a list no more, as when nobody has asked for long. Of one that was begun anew it is a trouble, so
   * that it is seen and waited after; then it is begun anew again.
   */
  const isPlaceGone = (error: unknown, list: string): boolean => {
    if (!(error instanceof SourceTrouble) || !error.isRefusal || begunAnew.delete(list)) return false
    begunAnew.add(list)
    return true
  }

  const needPeople = (): void => {
    if (people.length === 0)
      throw new SourceTrouble(
        'strange',
        'Nobody on this floor has an e-mail address: put theirs among their names.',
      )
  }

  /** Null where this calendar may not be read: its owner has left, or never had one. */
  const ofCalendar = async <T>(calendar: string, asked: () => Promise<T>): Promise<T | null> => {
    try {
      const found = await asked()
      refused.delete(calendar)
      known.add(calendar)
      return found
    } catch (error) {
      if (!(error instanceof SourceTrouble) || error.kind !== 'rights') throw error
      refused.set(calendar, error)
      return null
    }
  }
  const lacking = (): SourceTrouble | null =>
    refused.size < people.length ? null : ([...refused.values()][0] ?? null)

  const judge = (event: CalendarEvent, calendar: string): Judged =>
    judgeMeeting(event, calendar, { ...settings, now: now() })

  const sort = (judged: readonly Judged[]): Changes & { readonly doubts: readonly string[] } => ({
    facts: judged.flatMap((each) => (each.is === 'fact' ? [each.fact] : [])),
    withdrawn: judged.flatMap((each) => (each.is === 'none' ? [each.id] : [])),
    doubts: judged.flatMap((each) => (each.is === 'doubtful' ? [each.id] : [])),
  })

  /** Of a meeting, in whichever calendar has it. Where one of them cannot be read, nobody knows that it is gone. */
  const readOne = async (id: string): Promise<Judged | null> => {
    const meeting = meetingOfId(id)
    if (meeting === null) return { is: 'none', id }
    for (const calendar of meeting.calendar === null ? people : [meeting.calendar]) {
      const events = await ofCalendar(calendar, () => api.find(calendar, meeting))
      for (const event of events ?? []) {
        const judged = judge(event, calendar)
        if (judged.is === 'fact' || (judged.is === 'none' && !event.isCancelled)) return judged
      }
    }
    return [...refused.keys()].some((calendar) => known.has(calendar)) ? null : { is: 'none', id }
  }

  const read = async (ids: readonly string[]): Promise<Changes> => {
    needPeople()
    const facts: VendorFact[] = []
    const withdrawn: string[] = []
    for (const id of ids) {
      const judged = await readOne(id)
      if (judged?.is === 'fact' && judged.fact.id === id) facts.push(judged.fact)
      else if (judged !== null) withdrawn.push(id)
    }
    return { facts, withdrawn }
  }

  /** Null: the list is begun anew. */
  const changesOf: CalendarApi['changes'] = async (calendar, token, from) => {
    try {
      const found = await api.changes(calendar, token, from)
      if (found?.isOver) begunAnew.delete(calendar)
      return found
    } catch (error) {
      if (token === null || !isPlaceGone(error, calendar)) throw error
      return null
    }
  }

  const after = (calendar: string): string | null => people[people.indexOf(calendar) + 1] ?? null

  const pullCalendar = async (cursor: PullCursor, calendar: string, left: number): Promise<Page> => {
    const at = now()
    const place = cursor.places[calendar] ?? { token: null, seen: null }
    const asked = await ofCalendar(calendar, () => changesOf(calendar, place.token, at - changesBackMs))
    const changed = asked ?? { events: [], token: null, isOver: true }
    const seenFrom = (place.seen ?? at - dayMs) - overlapMs
    const ended =
      changed.isOver && !refused.has(calendar)
        ? ((await ofCalendar(calendar, () =>
            allPages((page) => api.between(calendar, seenFrom, at, page)),
          )) ?? [])
        : []
    const { facts, withdrawn, doubts } = sort(
      [...changed.events, ...ended].map((event) => judge(event, calendar)),
    )
    const isOver = changed.isOver
    const seen = isOver && !refused.has(calendar) ? at : place.seen
    return {
      facts,
      withdrawn: withdrawn.filter((id) => !facts.some((fact) => fact.id === id)),
      cursor: {
        places: { ...cursor.places, [calendar]: { token: changed.token, seen } },
        next: isOver ? after(calendar) : calendar,
        left: isOver ? left - 1 : left,
        doubts: [...new Set([...cursor.doubts, ...doubts])].slice(-mostDoubts),
      } satisfies PullCursor,
      done: false,
      newest: seen,
      lacks: lacking(),
    }
  }

  const pull = async (given: unknown): Promise<Page> => {
    needPeople()
    const cursor = PullCursor.safeParse(given).data ?? { places: {}, next: null, left: null, doubts: [] }
    for (const [calendar, { seen }] of Object.entries(cursor.places)) if (seen !== null) known.add(calendar)
    const isFirst = people.some((calendar) => cursor.places[calendar] === undefined)
    const left = cursor.left ?? (isFirst ? people.length : Math.ceil(people.length / looks))
    const calendar = cursor.next !== null && people.includes(cursor.next) ? cursor.next : people[0]
    if (left > 0 && calendar !== undefined) return pullCalendar(cursor, calendar, left)
    const due = cursor.doubts.slice(0, doubtsAtOnce)
    const changes = due.length === 0 ? { facts: [], withdrawn: [] } : await read(due)
    const places = Object.fromEntries(
      Object.entries(cursor.places).filter(([calendar]) => people.includes(calendar)),
    )
    return {
      ...changes,
      cursor: { ...cursor, places, left: null, doubts: cursor.doubts.slice(due.length) } satisfies PullCursor,
      done: true,
      newest: null,
      lacks: lacking(),
    }
  }

  const readWindow: (
    window: Parameters<Connector['past']>[0],
    cursor: unknown,
  ) => Promise<{ facts: readonly VendorFact[]; cursor: unknown; done: boolean }> = async (
    { from, to, openOnly },
    cursor,
  ) => {
    needPeople()
    const { turn, page } = WindowCursor.safeParse(cursor).data ?? { turn: 0, page: null }
    const calendar = people[turn]
    const end = Math.min(to ?? now(), now())
    if (calendar === undefined || openOnly || end <= (from ?? 0))
      return { facts: [], cursor: null, done: true }
    const list = `${calendar} from ${from} to ${to}`
    let found: EventPage | null
    try {
      found = await ofCalendar(calendar, () => api.between(calendar, from ?? 0, end, page))
    } catch (error) {
      if (page === null || !isPlaceGone(error, list)) throw error
      return { facts: [], cursor: { turn, page: null }, done: false }
    }
    if (found === null || found.page === null) begunAnew.delete(list)
    const next =
      found === null || found.page === null ? { turn: turn + 1, page: null } : { turn, page: found.page }
    return {
      facts: sort((found?.events ?? []).map((event) => judge(event, calendar))).facts.filter((fact) => {
        const start = fact.type === 'activity' ? Date.parse(fact.at) : Number.NaN
        return (from === null || start >= from) && (to === null || start < to)
      }),
      cursor: next,
      done: next.turn >= people.length,
    }
  }

  return {
    rights: async () => {
      needPeople()
      let isDenied = true
      for (const calendar of people) {
        const found = await ofCalendar(calendar, () => api.between(calendar, now() - dayMs, now(), null))
        if (found === null) continue
        isDenied = false
        break
      }
      return [{ ...right, granted: !isDenied }]
    },
    owners: async () => {
      const found = []
      for (const calendar of people)
        if ((await ofCalendar(calendar, () => api.between(calendar, now() - 60_000, now(), null))) !== null)
          found.push({ id: calendar, name: calendar, email: calendar, active: true })
      return found
    },
    pipelines: async () => [],
    pull,
    past: async (window, cursor) => {
      const page = await readWindow(window, cursor)
      return { ...page, withdrawn: [], newest: null, lacks: lacking() }
    },
    ids: async (window, cursor) => {
      const { facts, ...rest } = await readWindow(window, cursor)
      return { ...rest, ids: facts.map(({ id }) => ({ id, version: null })) }
    },
    read,
    totals: async () => ({ won: 0, amounts: [] }),
  }
}

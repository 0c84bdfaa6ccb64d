// What Close's event log says since the last look: ids of objects that may have changed, and nothing else of it counts. It is newest
// first, events show themselves late, and several of one object are merged into one that is dated anew.
import { z } from 'zod'
import { beginLook, endLook, lookFrom, Settling, unsettled } from '../settling.ts'
import { SourceTrouble } from '../source-trouble.ts'
import type { CloseEvent } from './answers.ts'
import type { CloseApi, LogOf } from './close-api.ts'
import { instantOf } from './close-facts.ts'

/** Times in epoch ms, by Close's clock. */
export const LogPlace = z.object({
  /** The newest event that was seen; null: not begun. */
  mark: z.number().nullable(),
  /** On the way back from the newest to the mark: the next page, and the newest of this way. */
  cursor: z.string().nullable(),
  top: z.number(),
  /** Events since the overlap's begin whose objects were read, by time and id: an event that is dated anew is another. */
  seen: z.array(z.string()),
  settling: Settling.default(unsettled),
})
export type LogPlace = z.infer<typeof LogPlace>

export const newLogPlace: LogPlace = { mark: null, cursor: null, top: 0, seen: [], settling: unsettled }

export interface LogPage {
  /** Of objects that may have changed, each once. */
  readonly ids: readonly string[]
  readonly place: LogPlace
  readonly done: boolean
}

const timeOf = ({ date_updated }: CloseEvent): number => instantOf(date_updated) ?? 0
const keyOf = (event: CloseEvent): string => `${timeOf(event).toString(36)}.${event.id.slice(-12)}`
const timeIn = (key: string): number => Number.parseInt(key, 36)

export interface EventLog {
  read(of: LogOf, place: LogPlace): Promise<LogPage>
}

/** Its times have milliseconds, and more. */
const stepMs = 1

/** `now`: epoch ms, by our clock. */
export const createEventLog = (api: CloseApi, now: () => number): EventLog => {
  /** A cursor that Close itself takes no more: the way is begun anew. What comes in the place of an answer says nothing of it. */
  let refused: string | null = null

  const pageOf = async (of: LogOf, cursor: string | null, since: number) => {
    try {
      return await api.events(of, cursor === null ? { since } : { cursor })
    } catch (error) {
      if (error instanceof SourceTrouble && error.isRefusal && cursor !== null) refused = cursor
      throw error
    }
  }

  return {
    read: async (of, place) => {
      if (place.mark === null) {
        // By its clock, not by ours: the newest event that there is now.
        const { events } = await pageOf(of, null, 0)
        const mark = events.reduce((newest, event) => Math.max(newest, timeOf(event)), 0)
        return { ids: [], place: { ...newLogPlace, mark }, done: true }
      }
      const cursor = place.cursor === refused ? null : place.cursor
      const settling = cursor === null ? beginLook(place.settling, now()) : place.settling
      const since = lookFrom(place.mark, settling, stepMs)
      const page = await pageOf(of, cursor, since)
      const recent = page.events.filter((event) => timeOf(event) >= since)
      const known = new Set(place.seen)
      const news = recent.filter((event) => !known.has(keyOf(event)))
      const top = recent.reduce((newest, event) => Math.max(newest, timeOf(event)), place.top)
      const seen = [...place.seen, ...news.map(keyOf)]
      const ids = [...new Set(news.flatMap(({ object_id }) => object_id ?? []))]
      if (page.cursor !== null && recent.length > 0) {
        const isStuck = page.cursor === refused
        // Begun anew it came to the same place: what lies behind it is still to come, and the next look tries again.
        if (isStuck) refused = null
        const goesOn = { mark: place.mark, cursor: isStuck ? null : page.cursor, top, seen, settling }
        return { ids, place: goesOn, done: isStuck }
      }
      const mark = Math.max(place.mark, top)
      const settled = endLook(settling, mark, now())
      const next = lookFrom(mark, settled, stepMs)
      const kept = seen.filter((key) => timeIn(key) >= next)
      return { ids, place: { mark, cursor: null, top: 0, seen: kept, settling: settled }, done: true }
    },
  }
}

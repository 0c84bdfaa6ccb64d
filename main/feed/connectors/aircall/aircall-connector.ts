// Aircall as a source: calls with their talk time. It knows when a call began and not when it changed. So each look reads from ten
// minutes before the newest one, or from the oldest that still goes on; and a second reader walks the last three days over and
// over, some pages a look, for what is told late: ends, tags, another user.
import { z } from 'zod'
import type { Changes, Connector, ConnectorParts, Page, PastWindow } from '../connector.ts'
import { SourceTrouble } from '../source-trouble.ts'
import { createAircallApi } from './aircall-api.ts'
import type { AircallCall } from './answers.ts'
import { callFact, factId } from './call-facts.ts'
import { CallPlace, readCalls } from './call-pages.ts'
import { rights } from './rights.ts'

/** Epoch seconds, by Aircall's clock. */
const PullCursor = z.object({
  /** When the newest call began. */
  mark: z.number(),
  /** When the oldest began that had not ended; null: all had. */
  open: z.number().nullable(),
  /** Within a look; null between two. */
  at: CallPlace.nullable(),
  /** The oldest that has not ended, as far as this look goes. */
  openNow: z.number().nullable(),
  /** Where the second reader is; null: it begins anew. */
  again: CallPlace.nullable(),
  /** Pages that it read in this look. */
  pages: z.number(),
})
type PullCursor = z.infer<typeof PullCursor>

/** A call may be listed so much later than it began. */
const overlap = 600
/** One that goes on for longer has lost its end. */
const longestCall = 4 * 3600
/** So far back the second reader looks. */
const againSeconds = 3 * 86_400
const pagesAgain = 4

const isOpen = ({ ended_at: ended, status }: AircallCall): boolean => !ended && status !== 'done'

export const createAircallConnector = ({ client }: ConnectorParts): Connector => {
  const api = createAircallApi(client)

  const factsOf = (calls: readonly AircallCall[]): Changes => ({ facts: calls.map(callFact), withdrawn: [] })
  const newestOf = (calls: readonly AircallCall[], mark: number): number =>
    calls.reduce((newest, { started_at: at }) => Math.max(newest, at), mark)
  const oldestOpen = (calls: readonly AircallCall[], known: number | null): number | null =>
    calls
      .filter(isOpen)
      .reduce<number | null>(
        (oldest, { started_at: at }) => (oldest === null || at < oldest ? at : oldest),
        known,
      )

  const begin = async (): Promise<Page> => {
    const newest = await api.newest()
    const mark = newest?.started_at ?? 0
    const cursor: PullCursor = { mark, open: null, at: null, openNow: null, again: null, pages: 0 }
    return { facts: [], withdrawn: [], cursor, done: false, newest: mark * 1000 || null, lacks: null }
  }

  const pullNew = async (cursor: PullCursor): Promise<Page> => {
    const { mark, open } = cursor
    const from = Math.max(0, Math.min(mark - overlap, Math.max(open ?? mark, mark - longestCall)))
    const { calls, next } = await readCalls(api, cursor.at ?? { from, page: 1 }, null)
    const newest = newestOf(calls, mark)
    const openNow = oldestOpen(calls, cursor.at === null ? null : cursor.openNow)
    // The mark moves once all is read: a look that was cut off begins where it did.
    const after: PullCursor =
      next === null
        ? { ...cursor, mark: newest, open: openNow, openNow: null, at: null, pages: 1 }
        : { ...cursor, at: next, openNow, mark: newest }
    return { ...factsOf(calls), cursor: after, done: false, newest: newest * 1000 || null, lacks: null }
  }

  const pullAgain = async (cursor: PullCursor): Promise<Page> => {
    const to = cursor.mark - overlap
    const place = cursor.again ?? { from: Math.max(0, cursor.mark - againSeconds), page: 1 }
    const { calls, next } = await readCalls(api, place, Math.max(place.from, to))
    const isOver = next === null || cursor.pages >= pagesAgain
    return {
      ...factsOf(calls),
      cursor: { ...cursor, again: next, pages: isOver ? 0 : cursor.pages + 1 },
      done: isOver,
      newest: null,
      lacks: null,
    }
  }

  /** Calls that began in the window. What is open of before it is over. */
  const readWindow = async ({ from, to, openOnly }: PastWindow, cursor: unknown) => {
    if (openOnly) return { calls: [], cursor: null, done: true }
    const first: CallPlace = { from: Math.floor((from ?? 0) / 1000), page: 1 }
    const { calls, next } = await readCalls(
      api,
      CallPlace.safeParse(cursor).data ?? first,
      to === null ? null : Math.ceil(to / 1000),
    )
    return {
      calls: calls.filter(
        ({ started_at: at }) => (from === null || at * 1000 >= from) && (to === null || at * 1000 < to),
      ),
      cursor: next,
      done: next === null,
    }
  }

  return {
    rights: async () => {
      const found = []
      for (const { probe, ...right } of rights) {
        try {
          await probe(api)
          found.push({ ...right, granted: true })
        } catch (error) {
          if (!(error instanceof SourceTrouble) || error.kind !== 'rights') throw error
          found.push({ ...right, granted: false })
        }
      }
      return found
    },
    owners: api.users,
    pipelines: async () => [],
    pull: async (given) => {
      const cursor = PullCursor.safeParse(given).data ?? null
      if (cursor === null) return begin()
      return cursor.pages === 0 ? pullNew(cursor) : pullAgain(cursor)
    },
    past: async (window, place) => {
      const { calls, ...rest } = await readWindow(window, place)
      return { ...factsOf(calls), ...rest, newest: null, lacks: null }
    },
    ids: async (window, place) => {
      const { calls, ...rest } = await readWindow(window, place)
      // A call has no version: it says nothing of when it changed.
      return { ...rest, ids: calls.map(({ id }) => ({ id: factId(id), version: null })) }
    },
    read: async (ids) => {
      const facts = []
      const withdrawn: string[] = []
      for (const id of ids) {
        const call = id.startsWith('call:') ? await api.call(id.slice('call:'.length)) : null
        if (call === null) withdrawn.push(id)
        else facts.push(callFact(call))
      }
      return { facts, withdrawn }
    },
    totals: async () => ({ won: 0, amounts: [] }),
  }
}

// One of Close's lists, page by page, oldest first. Rows move while a list is read, and a place by number has a limit: each page
// begins at the instant at which the last one ended, and only within an instant rows are counted, a few of them twice.
import { z } from 'zod'
import { SourceTrouble } from '../source-trouble.ts'
import type { RowPage } from './close-api.ts'

/** Epoch ms, by Close's clock. */
export const RowPlace = z.object({ from: z.number(), skip: z.number() })
export type RowPlace = z.infer<typeof RowPlace>

export interface ReadRows<T> {
  readonly rows: readonly T[]
  /** Null: that was the last page. */
  readonly next: RowPlace | null
  /** The newest in it; 0 where it has none. */
  readonly newest: number
}

/** One that is deleted meanwhile moves those after it. */
const readTwice = 5

export const readRows = async <T>(
  ask: (place: RowPlace) => Promise<RowPage<T>>,
  place: RowPlace,
  timeOf: (row: T) => number,
): Promise<ReadRows<T>> => {
  const { rows, more } = await ask(place)
  const times = rows.map(timeOf)
  if (times.some((time, index) => time < (times[index - 1] ?? 0)))
    throw new SourceTrouble('strange', 'Close’s list does not come in the order that was asked for.')
  const newest = times.at(-1) ?? 0
  if (!more || rows.length === 0) return { rows, next: null, newest }
  const next =
    newest > place.from
      ? { from: newest, skip: 0 }
      : { from: place.from, skip: place.skip + Math.max(1, rows.length - readTwice) }
  return { rows, next, newest }
}

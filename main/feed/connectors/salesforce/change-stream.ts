// What changed of one kind of row, page by page, by Salesforce's own clock. Rows commit late, so that one with an older
// SystemModstamp may appear when the newest was long seen; several share a second. So a look begins ten minutes before the newest
// that was seen, and each page where the last one ended: by time, then by id. No cursor of the server's is used, which are over
// after a while, and of which a user has ten.
import { z } from 'zod'
import { beginLook, endLook, lookFrom, Settling, unsettled } from '../settling.ts'
import { instantIn, type Row, textIn } from './answers.ts'
import type { QueryPage } from './salesforce-api.ts'
import { all, instant, quoted, soql } from './soql.ts'

/** Times in epoch ms, by Salesforce's clock. */
export const StreamPlace = z.object({
  /** The newest change that was seen; null: not begun. */
  mark: z.number().nullable(),
  /** Where the next page begins; null between two looks. */
  from: z.number().nullable(),
  /** Within the instant `from`: the id after which it goes on. */
  after: z.string().nullable(),
  settling: Settling.default(unsettled),
})
export type StreamPlace = z.infer<typeof StreamPlace>

export const newPlace: StreamPlace = { mark: null, from: null, after: null, settling: unsettled }

/** Its times have whole seconds, and its questions may have milliseconds. */
const stepMs = 1
export const pageRows = 500

export interface Stream {
  readonly object: string
  readonly select: readonly string[]
  /** Which of the rows; '': all. */
  readonly where: string
}

export const stampOf = (row: Row): number => instantIn(row, 'SystemModstamp') ?? 0

export const changesQuery = (
  { object, select, where }: Stream,
  { mark, from, after, settling }: StreamPlace,
): string => {
  // By its clock, not by ours: the newest change that there is now.
  if (mark === null)
    return soql({ select: ['SystemModstamp'], from: object, orderBy: 'SystemModstamp DESC', limit: 1 })
  const start = instant(from ?? lookFrom(mark, settling, stepMs))
  return soql({
    select: [...select],
    from: object,
    where: all(
      where,
      after === null
        ? `SystemModstamp >= ${start}`
        : `(SystemModstamp > ${start} OR (SystemModstamp = ${start} AND Id > ${quoted(after)}))`,
    ),
    orderBy: 'SystemModstamp, Id',
    limit: pageRows,
  })
}

/** `now`: epoch ms, by our clock. */
export const placeAfter = (
  place: StreamPlace,
  { rows, more }: QueryPage,
  now: number,
): { readonly place: StreamPlace; readonly done: boolean } => {
  if (place.mark === null)
    return { place: { ...newPlace, mark: rows[0] === undefined ? 0 : stampOf(rows[0]) }, done: false }
  const mark = rows.reduce((newest, row) => Math.max(newest, stampOf(row)), place.mark)
  const settling = place.from === null ? beginLook(place.settling, now) : place.settling
  const last = rows.at(-1)
  if (last === undefined || (!more && rows.length < pageRows))
    return { place: { mark, from: null, after: null, settling: endLook(settling, mark, now) }, done: true }
  return { place: { mark, from: stampOf(last), after: textIn(last, 'Id'), settling }, done: false }
}

// What changed of one kind of object, page by page. HubSpot's search gives rows late, several of one instant, in pages that may
// be short, and never more than 10,000 to a question. So no page is asked for by its number, of which rows would slip while others
// change: each begins at the instant at which the last one ended, and where a whole page has one instant, goes on by id.
import { z } from 'zod'
import type { SourceObject } from '../../../../shared/wire/source.ts'
import type { HubSpotObject } from './answers.ts'
import { instantOf } from './deal-facts.ts'
import type { HubSpotApi } from './hubspot-api.ts'

/** Times in epoch ms, by HubSpot's clock. */
export const StreamPlace = z.object({
  /** The newest change that was seen; null: not begun. */
  mark: z.number().nullable(),
  /** Where the next page begins; null between two looks. */
  from: z.number().nullable(),
  /** Within the instant `from`: the id after which it goes on. */
  tie: z.string().nullable(),
})
export type StreamPlace = z.infer<typeof StreamPlace>

export const newPlace: StreamPlace = { mark: null, from: null, tie: null }

/** Rows may become visible so much later than they say. */
export const overlapMs = 600_000

const modified = 'hs_lastmodifieddate'
const modifiedOf = (row: HubSpotObject | undefined): number | null => instantOf(row?.properties[modified])

export interface StreamPage {
  readonly rows: readonly HubSpotObject[]
  readonly place: StreamPlace
  readonly done: boolean
}

export const readChanges = async (
  api: HubSpotApi,
  object: SourceObject,
  place: StreamPlace,
  properties: readonly string[],
): Promise<StreamPage> => {
  if (place.mark === null) {
    // By its clock, not by ours: the newest change that there is now.
    const { rows } = await api.search(object, {
      groups: [],
      sort: { property: modified, descending: true },
      properties: [modified],
      limit: 1,
    })
    return { rows: [], place: { ...newPlace, mark: modifiedOf(rows[0]) ?? 0 }, done: false }
  }
  const from = place.from ?? Math.max(0, place.mark - overlapMs)
  const tie = place.tie
  const { rows, more } = await api.search(object, {
    groups: [
      tie === null
        ? [{ propertyName: modified, operator: 'GTE', value: String(from) }]
        : [
            { propertyName: modified, operator: 'EQ', value: String(from) },
            { propertyName: 'hs_object_id', operator: 'GT', value: tie },
          ],
    ],
    sort: { property: tie === null ? modified : 'hs_object_id' },
    properties,
  })
  const mark = rows.reduce((newest, row) => Math.max(newest, modifiedOf(row) ?? 0), place.mark)
  const last = rows.at(-1)
  if (tie !== null)
    return {
      rows,
      place: more && last !== undefined ? { mark, from, tie: last.id } : { mark, from: from + 1, tie: null },
      done: false,
    }
  if (!more || last === undefined) return { rows, place: { mark, from: null, tie: null }, done: true }
  const end = modifiedOf(last) ?? from
  return { rows, place: end > from ? { mark, from: end, tie: null } : { mark, from, tie: '0' }, done: false }
}

// What changed of one kind of object, page by page. HubSpot's search gives rows late, several of one instant, in pages that may
// be short, and never more than 10,000 to a question. So no page is asked for by its number, of which rows would slip while others
// change: each begins at the instant at which the last one ended, and where a whole page has one instant, goes on by id.
import { z } from 'zod'
import type { SourceObject } from '../../../../shared/wire/source.ts'
import { beginLook, endLook, lookFrom, Settling, unsettled } from '../settling.ts'
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
  settling: Settling.default(unsettled),
})
export type StreamPlace = z.infer<typeof StreamPlace>

export const newPlace: StreamPlace = { mark: null, from: null, tie: null, settling: unsettled }

/** Its times have milliseconds. */
const stepMs = 1

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
  now: () => number,
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
  const settling = place.from === null ? beginLook(place.settling, now()) : place.settling
  const from = place.from ?? lookFrom(place.mark, settling, stepMs)
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
      place:
        more && last !== undefined
          ? { mark, from, tie: last.id, settling }
          : { mark, from: from + stepMs, tie: null, settling },
      done: false,
    }
  if (!more || last === undefined)
    return {
      rows,
      place: { mark, from: null, tie: null, settling: endLook(settling, mark, now()) },
      done: true,
    }
  const end = modifiedOf(last) ?? from
  return {
    rows,
    place: end > from ? { mark, from: end, tie: null, settling } : { mark, from, tie: '0', settling },
    done: false,
  }
}

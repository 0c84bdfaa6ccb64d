// One of Pipedrive's lists, page by page, in the order in which its rows changed. No page is asked for by its number or its mark
// where that can be avoided, as rows move while the list is read: each begins at the instant at which the last one ended, and only
// where a whole page has one instant it goes on by the list's own mark.
import { z } from 'zod'
import { SourceTrouble } from '../source-trouble.ts'
import type { ListQuestion, PipedriveApi, PipedriveList, PipedriveRow } from './pipedrive-api.ts'
import { instantOf } from './pipedrive-facts.ts'

/** Times in epoch ms, by Pipedrive's clock, in whole seconds as it has them. */
export const ListPlace = z.object({
  /** Where the next page begins. */
  from: z.number(),
  /** Within the instant `from`. */
  mark: z.string().nullable(),
})
export type ListPlace = z.infer<typeof ListPlace>

export interface ReadPage {
  readonly rows: readonly PipedriveRow[]
  /** Null: that was the last page. */
  readonly next: ListPlace | null
  /** The newest change in it; 0 where it has none. */
  readonly newest: number
}

export const changedAt = ({ row }: PipedriveRow): number => instantOf(row.update_time) ?? 0

export type ListReader = (
  list: PipedriveList,
  place: ListPlace,
  question: Pick<ListQuestion, 'until' | 'status'>,
) => Promise<ReadPage>

export const createListReader = (api: PipedriveApi): ListReader => {
  /** A mark that Pipedrive itself takes no more. What comes in the place of an answer says nothing of it. */
  let refused: string | null = null
  return async (list, place, question) => {
    const mark = place.mark === refused ? null : place.mark
    try {
      const { rows, cursor } = await api.list(list, { ...question, since: place.from, cursor: mark })
      const newest = rows.reduce((latest, each) => Math.max(latest, changedAt(each)), 0)
      const last = rows.at(-1)
      const end = last === undefined ? 0 : changedAt(last)
      if (cursor === null) return { rows, next: null, newest }
      if (end > place.from) return { rows, next: { from: end, mark: null }, newest }
      if (cursor === refused) {
        // It is tried again all the same, once it has been left alone for a while.
        refused = null
        throw new SourceTrouble('strange', 'Pipedrive does not go on in a list that it began.')
      }
      return { rows, next: { from: place.from, mark: cursor }, newest }
    } catch (error) {
      if (error instanceof SourceTrouble && error.isRefusal && mark !== null) refused = mark
      throw error
    }
  }
}

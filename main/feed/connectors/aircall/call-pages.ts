// Calls from an instant on, page by page. Aircall lists by when a call began, never more than 10,000 to a question. So each page
// begins at the second in which the last one ended, and pages are counted only within one second.
import { z } from 'zod'
import type { AircallApi } from './aircall-api.ts'
import type { AircallCall } from './answers.ts'

/** Epoch seconds, by Aircall's clock; `page` counts from 1 within `from`. */
export const CallPlace = z.object({ from: z.number(), page: z.number() })
export type CallPlace = z.infer<typeof CallPlace>

interface Read {
  readonly calls: readonly AircallCall[]
  /** Where it goes on; null: that was the last. */
  readonly next: CallPlace | null
}

export const readCalls = async (api: AircallApi, place: CallPlace, to: number | null): Promise<Read> => {
  const { calls, more } = await api.calls({ ...place, to })
  const last = calls.reduce((latest, { started_at: at }) => Math.max(latest, at), place.from)
  if (!more) return { calls, next: null }
  return {
    calls,
    next: last > place.from ? { from: last, page: 1 } : { from: place.from, page: place.page + 1 },
  }
}

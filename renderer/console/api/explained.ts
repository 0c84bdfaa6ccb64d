// What a number is made of. Facts come and go: it is asked for anew each time somebody looks.
import { queryOptions } from '@tanstack/react-query'
import { ExplainedAnswer, usualLines } from '../../../shared/wire/explained.ts'
import { request } from './request.ts'

/** Whose number, and of when: as the feed is asked for it. */
export interface ExplainedSearch {
  readonly rep?: string
  readonly team?: string
  readonly role?: string
  readonly window?: string
}

/** Where the same facts are, for a spreadsheet. */
export const explainedAddress = (metric: string, search: ExplainedSearch): string =>
  `/api/v1/metrics/${encodeURIComponent(metric)}/facts.csv?${new URLSearchParams({ ...search }).toString()}`

/** `lines`: how many facts are listed, the newest. */
export const explainedQuery = (metric: string, search: ExplainedSearch, lines: number = usualLines) => {
  const query = new URLSearchParams({ ...search, lines: String(lines) }).toString()
  return queryOptions({
    queryKey: ['explained', metric, query],
    queryFn: ({ signal }) =>
      request(ExplainedAnswer, `/metrics/${encodeURIComponent(metric)}/facts?${query}`, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

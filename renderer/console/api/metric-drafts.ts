// A metric that is still being written, counted by the feed as it stands; and what facts have that it can ask for.
import { queryOptions } from '@tanstack/react-query'
import { DraftAnswer, FactFieldsAnswer } from '../../../shared/wire/metric-drafts.ts'
import { request } from './request.ts'
import { type Counted, useCounted } from './use-counted.ts'

/** Whoever still types is waited for. */
const pauseMs = 450
/** New fields are rare. */
const fieldsStaleMs = 5 * 60_000

/** As the floor file would have it. */
export interface AskedDraft {
  readonly metric: { readonly id: string }
  readonly replaces: string | null
  /** Null: its own. */
  readonly window: string | null
}

/** Nothing is asked where there is no floor yet, or no draft that can be counted. */
export const useMetricDraft = (
  version: number | undefined,
  draft: AskedDraft | null,
): Counted<DraftAnswer> => {
  const wanted =
    version === undefined || draft === null
      ? null
      : JSON.stringify({
          ...{ version, metric: draft.metric, replaces: draft.replaces },
          ...(draft.window !== null && { window: draft.window }),
        })
  return useCounted({ schema: DraftAnswer, path: '/metric-drafts', wanted, pauseMs })
}

export const factFieldsQuery = queryOptions({
  queryKey: ['fact-fields'],
  queryFn: ({ signal }) => request(FactFieldsAnswer, '/fact-fields', { signal }),
  staleTime: fieldsStaleMs,
})

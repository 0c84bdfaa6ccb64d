// A metric that is still being written, counted by the feed as it stands; and what facts have that it can ask for.
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { DraftAnswer, FactFieldsAnswer } from '../../../shared/wire/metric-drafts.ts'
import { request } from './request.ts'
import { useSettled } from './use-settled.ts'

/** Whoever still types is waited for. */
const pauseMs = 450
/** New fields are rare. */
const fieldsStaleMs = 5 * 60_000

export interface CountedDraft {
  /** Of the draft before while the next one is counted. */
  readonly answer: DraftAnswer | null
  readonly error: unknown
  readonly isPending: boolean
}

/** As the floor file would have it. */
export interface AskedDraft {
  readonly metric: { readonly id: string }
  readonly replaces: string | null
  /** Null: its own. */
  readonly window: string | null
}

/** Nothing is asked where there is no floor yet, or no draft that can be counted. */
export const useMetricDraft = (version: number | undefined, draft: AskedDraft | null): CountedDraft => {
  const wanted =
    version === undefined || draft === null
      ? null
      : JSON.stringify({
          ...{ version, metric: draft.metric, replaces: draft.replaces },
          ...(draft.window !== null && { window: draft.window }),
        })
  const asked = useSettled(wanted, pauseMs)
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['metric-draft', asked],
    queryFn: ({ signal }) =>
      request(DraftAnswer, '/metric-drafts', { json: JSON.parse(asked ?? '{}'), signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
  const isAbout = asked === wanted
  return {
    answer: wanted === null ? null : (data ?? null),
    error: isAbout && wanted !== null ? error : null,
    isPending: wanted !== null && (!isAbout || isPlaceholderData || (data === undefined && error === null)),
  }
}

export const factFieldsQuery = queryOptions({
  queryKey: ['fact-fields'],
  queryFn: ({ signal }) => request(FactFieldsAnswer, '/fact-fields', { signal }),
  staleTime: fieldsStaleMs,
})

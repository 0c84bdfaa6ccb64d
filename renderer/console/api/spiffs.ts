// Spiffs: what people earned, what waits, what was decided; how a new one would have paid.
import { queryOptions } from '@tanstack/react-query'
import {
  type Spiff,
  SpiffAnswer,
  SpiffDecided,
  type SpiffDecisions,
  SpiffsAnswer,
  SpiffTryAnswer,
} from '../../../shared/wire/spiffs.ts'
import { request } from './request.ts'
import { type Counted, useCounted } from './use-counted.ts'

/** While somebody looks at them. */
const everyMs = 10_000
/** Whoever still types is waited for. */
const pauseMs = 600

export const spiffsQuery = queryOptions({
  queryKey: ['spiffs'],
  queryFn: ({ signal }) => request(SpiffsAnswer, '/spiffs', { signal }),
  refetchInterval: everyMs,
})

export const spiffQuery = (id: string) =>
  queryOptions({
    queryKey: ['spiffs', id],
    queryFn: ({ signal }) => request(SpiffAnswer, `/spiffs/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: everyMs,
  })

export const decideSpiff = (id: string, decisions: SpiffDecisions): Promise<SpiffDecided> =>
  request(SpiffDecided, `/spiffs/${encodeURIComponent(id)}/decisions`, { method: 'POST', json: decisions })

/** What it would have paid in the last four weeks. Null: nothing that can be tried. */
export const useTriedSpiff = (spiff: Spiff | null): Counted<SpiffTryAnswer> =>
  useCounted({
    schema: SpiffTryAnswer,
    path: '/spiffs/try',
    wanted: spiff === null ? null : JSON.stringify({ spiff }),
    pauseMs,
  })

/** A table for a spreadsheet, of all that was approved. */
export const spiffPayoutsAddress = '/api/v1/spiffs/payouts.csv'

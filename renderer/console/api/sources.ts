// Where numbers come from by themselves.
import { queryOptions } from '@tanstack/react-query'
import {
  type Keys,
  type SourceAction,
  SourceDifference,
  SourcesAnswer,
  TriedSource,
  type TrySource,
} from '../../../shared/wire/sources.ts'
import { Done, request } from './request.ts'

/** While somebody looks at it. */
const everyMs = 3000

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: ({ signal }) => request(SourcesAnswer, '/sources', { signal }),
  refetchInterval: everyMs,
})

/** Asks the vendor: it may take a while, and nothing is kept. */
export const trySource = (json: TrySource) => request(TriedSource, '/sources/try', { json })

export const saveSourceKeys = (id: string, keys: Keys): Promise<unknown> =>
  request(Done, `/sources/${encodeURIComponent(id)}/keys`, { method: 'PUT', json: { keys } })

export const removeSourceKeys = (id: string): Promise<unknown> =>
  request(Done, `/sources/${encodeURIComponent(id)}/keys`, { method: 'DELETE' })

export const actOnSource = (id: string, json: SourceAction): Promise<unknown> =>
  request(Done, `/sources/${encodeURIComponent(id)}/actions`, { json })

export const differenceOf = (id: string) =>
  request(SourceDifference, `/sources/${encodeURIComponent(id)}/difference`)

/** Takes all that a source brought off the boards. It can be undone like an import. */
export const withdrawSource = (source: string): Promise<unknown> =>
  request(Done, '/withdrawals', { json: { source, check: false, confirmed: true } })

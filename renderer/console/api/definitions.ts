// What counts, since when and why. The floor's own line tells of edits; trials go on with each fact, so it asks again.
import { queryOptions } from '@tanstack/react-query'
import { DefinitionsAnswer } from '../../../shared/wire/definitions.ts'
import { request } from './request.ts'

const askAgainMs = 60_000

export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: ({ signal }) => request(DefinitionsAnswer, '/definitions', { signal }),
  refetchInterval: askAgainMs,
})

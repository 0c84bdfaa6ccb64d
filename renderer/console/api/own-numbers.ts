// What a viewer's page asks for. No line tells it of changes, so it asks again.
import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { OwnNumbersAnswer } from '../../../shared/wire/own-numbers.ts'
import { request } from './request.ts'

const BoardsAnswer = z.object({ boards: z.array(z.object({ id: z.string(), title: z.string() })) })

const askAgainMs = 15_000

export const ownNumbersQuery = queryOptions({
  queryKey: ['own-numbers'],
  queryFn: ({ signal }) => request(OwnNumbersAnswer, '/me/numbers', { signal }),
  refetchInterval: askAgainMs,
})

/** The boards that whoever asks may see. */
export const boardsQuery = queryOptions({
  queryKey: ['boards'],
  queryFn: ({ signal }) => request(BoardsAnswer, '/boards', { signal }),
  staleTime: 60_000,
})

// Contests: how they stand, how a new one would have ended, and what is paid.
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { ContestsAnswer, ContestTryAnswer } from '../../../shared/wire/contests/api.ts'
import type { Contest } from '../../../shared/wire/contests/contest.ts'
import { request } from './request.ts'
import { useSettled } from './use-settled.ts'

/** While somebody looks at them: standings move with every fact. */
const everyMs = 3000
/** Whoever still types is waited for. */
const pauseMs = 600

export const contestsQuery = queryOptions({
  queryKey: ['contests'],
  queryFn: ({ signal }) => request(ContestsAnswer, '/contests', { signal }),
  refetchInterval: everyMs,
})

interface TriedContest {
  /** Of the contest before while the next one is counted. */
  readonly answer: ContestTryAnswer | null
  readonly error: unknown
  readonly isPending: boolean
}

/** How it would have ended four weeks earlier. Null: nothing that can be tried. */
export const useTriedContest = (contest: Contest | null): TriedContest => {
  const wanted = contest === null ? null : JSON.stringify({ contest })
  const asked = useSettled(wanted, pauseMs)
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['contest-tried', asked],
    queryFn: ({ signal }) =>
      request(ContestTryAnswer, '/contests/try', { json: JSON.parse(asked ?? '{}'), signal }),
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

/** A table for a spreadsheet, of all that was won. */
export const payoutsAddress = '/api/v1/contests/payouts.csv'

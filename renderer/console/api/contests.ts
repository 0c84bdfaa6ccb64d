// Contests: how they stand, how a new one would have ended, and what is paid.
import { queryOptions } from '@tanstack/react-query'
import { ContestsAnswer, ContestTryAnswer } from '../../../shared/wire/contests/api.ts'
import type { Contest } from '../../../shared/wire/contests/contest.ts'
import { request } from './request.ts'
import { type Counted, useCounted } from './use-counted.ts'

/** While somebody looks at them: standings move with every fact. */
const everyMs = 3000
/** Whoever still types is waited for. */
const pauseMs = 600

export const contestsQuery = queryOptions({
  queryKey: ['contests'],
  queryFn: ({ signal }) => request(ContestsAnswer, '/contests', { signal }),
  refetchInterval: everyMs,
})

/** How it would have ended four weeks earlier. Null: nothing that can be tried. */
export const useTriedContest = (contest: Contest | null): Counted<ContestTryAnswer> =>
  useCounted({
    schema: ContestTryAnswer,
    path: '/contests/try',
    wanted: contest === null ? null : JSON.stringify({ contest }),
    pauseMs,
  })

/** A table for a spreadsheet, of all that was won. */
export const payoutsAddress = '/api/v1/contests/payouts.csv'
